/// Why a problem could not be made.
public enum GenerationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No leaf, skill or template has this identifier.
    case unknownIdentifier(String)
    /// The leaf has no template.
    case noTemplate(skill: String)
    /// The conditions of the template refused every draw, most of them for the reason.
    case noDraw(template: String, level: Int, tries: Int, reason: String)
    /// A text of the template has a formula without a value for some numbers.
    case formulaWithoutValue(template: String)

    /// What happened, in one sentence.
    public var description: String {
        switch self {
        case .unknownIdentifier(let id): "There is no skill or template “\(id)”."
        case .noTemplate(let skill): "The skill “\(skill)” has no template."
        case .noDraw(let template, let level, let tries, let reason):
            "The conditions of “\(template)” refused \(tries) draws at level \(level), most of them "
                + "for \(reason)."
        case .formulaWithoutValue(let template):
            "A formula of “\(template)” divides by zero or leaves the range of numbers."
        }
    }
}
