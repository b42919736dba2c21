/// The classes of the heads: leaves with their strands, operations, and what explanations show.
public struct LabelSet: Sendable, Hashable {
    /// The identifiers of the leaves, sorted; the position is the class.
    public let leaves: [String]
    /// The strand of each leaf, in the order of `leaves`.
    public let strands: [String]
    /// The operations; the position is the class.
    public let operations: [String]

    /// The operations of the contract, in the order of their classes.
    public static let rootOperations = [
        "addition", "subtraction", "multiplication", "division", "other",
    ]

    /// The codes of the misconceptions; empty where the model reads no explanations.
    public let codes: [String]

    /// The grades of the contract, in the order of their classes.
    public static let grades = ["correct", "partial", "misconception", "unclear"]

    private let leafPositions: [String: Int]
    private let operationPositions: [String: Int]
    private let codePositions: [String: Int]

    /// Creates a label set from leaves with their strands; they are sorted by identifier.
    ///
    /// - Precondition: `strands` is not empty.
    public init(
        strands: [String: String], operations: [String] = rootOperations, codes: [String] = []
    ) {
        precondition(!strands.isEmpty, "a label set without a leaf")
        leaves = strands.keys.sorted()
        self.strands = leaves.map { strands[$0, default: ""] }
        self.operations = operations
        self.codes = codes
        codePositions = Dictionary(
            zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
        leafPositions = Dictionary(uniqueKeysWithValues: zip(leaves, leaves.indices))
        operationPositions = Dictionary(
            uniqueKeysWithValues: zip(operations, operations.indices))
    }

    /// Returns the class of a leaf, or nil for a leaf that the model does not know.
    public func position(ofLeaf leaf: String) -> Int? { leafPositions[leaf] }

    /// Returns the class of a misconception, or nil for an unknown one.
    public func position(ofCode code: String) -> Int? { codePositions[code] }

    /// Returns the class of an operation, or nil for an unknown one.
    public func position(ofOperation operation: String) -> Int? { operationPositions[operation] }
}
