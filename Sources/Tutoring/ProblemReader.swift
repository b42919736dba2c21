public import ProblemEncoding

/// Reads what stands in words: the kind of a problem, and the thinking behind an answer; made from
/// the model in use.
public struct ProblemReader: Sendable {
    /// The identifier of the model, kept with each attempt.
    public let model: String
    /// Returns the likeliest kinds of a text, likeliest first; empty where the model will not say.
    public let read: @Sendable (String) -> [Feedback.Reading]
    /// Returns what the learner's words about an answer look like.
    public let think: @Sendable (String, ExplanationContext) -> ThinkingGrader.Thinking

    /// Creates a reader from a model's identifier and what it does; without a way to think the exact
    /// rules grade explanations.
    public init(
        model: String,
        think: @escaping @Sendable (String, ExplanationContext) -> ThinkingGrader.Thinking = {
            ThinkingGrader(nil).grade($0, of: $1)
        },
        read: @escaping @Sendable (String) -> [Feedback.Reading]
    ) {
        self.model = model
        self.think = think
        self.read = read
    }

    /// The reader where no model is in use.
    public static let none = ProblemReader(model: "") { _ in [] }
}
