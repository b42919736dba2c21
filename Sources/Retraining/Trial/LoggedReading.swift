/// What the models made of one answered problem, whose kind is known.
public struct LoggedReading: Sendable, Hashable, Codable {
    /// What one model said.
    public struct Answer: Sendable, Hashable, Codable {
        /// The identifier of the model.
        public let model: String
        /// The kind that it named, or nil where it would not say.
        public let kind: String?

        /// Creates an answer.
        public init(model: String, kind: String?) {
            self.model = model
            self.kind = kind
        }
    }

    /// The identifier of the attempt.
    public let attempt: String
    /// The kind of the problem.
    public let kind: String
    /// What the model in use said, which is what the learner saw.
    public let shown: Answer
    /// What the model on trial said, where one was.
    public let silent: Answer?

    /// Creates an entry.
    public init(attempt: String, kind: String, shown: Answer, silent: Answer?) {
        self.attempt = attempt
        self.kind = kind
        self.shown = shown
        self.silent = silent
    }

    /// Whether an answer is of no use: nothing was said, or something wrong.
    func isUseless(_ answer: Answer) -> Bool { answer.kind != kind }
}
