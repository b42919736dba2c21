/// One row to learn from or to be measured on.
public struct LabeledExample: Sendable, Hashable {
    /// What the classifier sees.
    public var input: ClassifierInput
    /// The leaf, or nil where the row only teaches the operation.
    public var leaf: String?
    /// The root operation of the solution, or nil where it is not known.
    public var operation: String?
    /// The grade of an explanation, or nil where the row is a problem.
    public var grade: String?
    /// The misconception that an explanation shows, or nil where it shows none.
    public var code: String?
    /// The identifier of the template that made the text; rows of one template stay together.
    public var template: String
    /// The code of the language, `en` or `ko`.
    public var language: String
    /// How much the row counts in the loss, 1 for an ordinary row.
    public var weight: Float

    /// Creates a row from its parts.
    public init(
        input: ClassifierInput, leaf: String?, operation: String?, template: String,
        language: String, weight: Float = 1, grade: String? = nil, code: String? = nil
    ) {
        self.input = input
        self.leaf = leaf
        self.operation = operation
        self.template = template
        self.language = language
        self.weight = weight
        self.grade = grade
        self.code = code
    }
}
