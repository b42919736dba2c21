/// Names the kind of a problem from its text alone; made from the model in use.
public struct ProblemReader: Sendable {
    /// The identifier of the model, kept with each attempt.
    public let model: String
    /// Returns the likeliest kinds of a text, likeliest first; empty where the model will not say.
    public let read: @Sendable (String) -> [Feedback.Reading]

    /// Creates a reader from a model's identifier and what it does.
    public init(model: String, read: @escaping @Sendable (String) -> [Feedback.Reading]) {
        self.model = model
        self.read = read
    }

    /// The reader where no model is in use.
    public static let none = ProblemReader(model: "") { _ in [] }
}
