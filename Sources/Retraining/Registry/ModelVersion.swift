/// One model of the registry with what is known about how it was made.
public struct ModelVersion: Sendable, Hashable, Codable {
    /// `factory`, or a number from 1 on.
    public var id: String
    /// When it was made, in milliseconds since 1970; 0 for the factory model.
    public var created: Int64
    /// The identifier of the model that it was trained from or measured against.
    public var parent: String?
    /// The seed of the training.
    public var seed: UInt64
    /// The number of rows that it learned from.
    public var trainingRows: Int
    /// How many of those rows came from people's labels.
    public var labelRows: Int
    /// The hash of the rows that it learned from.
    public var dataHash: String
    /// The accuracy of the leaf on held-out templates.
    public var leafAccuracy: Double
    /// The accuracy of the operation on held-out templates.
    public var operationAccuracy: Double
    /// The expected calibration error of the leaf on held-out templates.
    public var calibrationError: Double
    /// The checksum of the model file.
    public var checksum: String
    /// What was decided about it, in plain words.
    public var decision: String

    /// The same in Korean.
    public var koreanDecision: String?
    /// The hash of the rows that it was measured on; only figures on equal rows compare.
    public var heldOutHash: String?
    /// The temperatures of leaf and operation, Transformer and linear classifier each.
    public var temperatures: [Float]?
    /// Whether the gate let it pass.
    public var isPromoted: Bool?
    /// Whether it was refused because something had become worse, not only because nothing had become
    /// better.
    public var isWorse: Bool?
    /// The rows that this machine learned from in a second.
    public var rowsPerSecond: Double?
    /// The seconds that the training took besides learning: drawing problems and comparing models.
    public var secondsBeside: Double?

    /// The identifier of the model that ships with the program.
    public static let factoryID = "factory"

    /// Whether it is the model that ships with the program.
    public var isFactory: Bool { id == Self.factoryID }
}
