/// What the checker found, before it is put into words.
enum Finding: Hashable, Sendable {
    /// The value is right and something about how it was written is not.
    enum Form: String, Hashable, Sendable, CaseIterable {
        case integer, fraction, proper, improper, mixed, decimal, percent, sci, pi, simplify, expr
        case unit, remainder, ampm, precision, unevaluated, ratio
    }

    enum Unit: String, Hashable, Sendable, CaseIterable {
        case missing, wrong
    }

    /// How a wrong value comes about.
    enum Mistake: String, Hashable, Sendable, CaseIterable {
        case sign, scale10, reciprocal, order, percent, rounding, partial, ampm, intermediate
        case listed
    }

    case correct
    case form(Form)
    case unit(Unit)
    case wrong(Mistake?)
    case notUnderstood(ReadingHint)
    case divisionByZero
    case empty
    case tooLarge(ReadingLimit)

    init(_ fault: ReadingFault) {
        switch fault {
        case .notUnderstood(let hint, _): self = .notUnderstood(hint)
        case .divisionByZero: self = .divisionByZero
        case .tooLarge(let limit): self = .tooLarge(limit)
        }
    }

    var verdictClass: Verdict.Class {
        switch self {
        case .correct: .correct
        case .form: .form
        case .unit: .unit
        case .wrong: .wrong
        case .notUnderstood, .divisionByZero: .unparsed
        case .empty: .empty
        case .tooLarge: .limit
        }
    }

    var reason: String? {
        switch self {
        case .form(let form): form.rawValue
        case .unit(let unit): unit.rawValue
        case .wrong(let mistake): mistake?.rawValue
        case .divisionByZero: "div0"
        case .correct, .notUnderstood, .empty, .tooLarge: nil
        }
    }

    /// Only what is right or wrong counts; the rest may be typed again.
    var isCounted: Bool {
        switch self {
        case .correct, .wrong, .unit(.wrong): true
        default: false
        }
    }

    /// Every finding, for the test that each has its sentence.
    static let all: [Finding] =
        [.correct, .wrong(nil), .divisionByZero, .empty, .tooLarge(.length)]
        + Form.allCases.map { .form($0) } + Unit.allCases.map { .unit($0) }
        + Mistake.allCases.map { .wrong($0) } + ReadingHint.allCases.map { .notUnderstood($0) }
}
