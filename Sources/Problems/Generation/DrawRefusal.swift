/// The rule that a draw of numbers breaks.
enum DrawRefusal: Error, Hashable {
    /// The place of the condition under `require`.
    case condition(Int)
    case smallGiven(Int)
    case equalGivens(Int, Int)
    case nounCap(String, Int)
    case partOfNoun(String)
    case answerForm
    case givenAsAnswer(Int)
    case equalMistakes(String, String)
    case fewMistakes
    case withoutValue

    /// The rule in words for the author of the template.
    func text(of template: ProblemTemplate) -> String {
        func name(_ index: Int) -> String { "“\(template.variableNames[index])”" }
        switch self {
        case .condition(let place):
            let condition = template.requirements[place]
            return "the condition “\(condition.text)” (\(condition.reason), line "
                + "\(condition.place.line))"
        case .smallGiven(let index): return "small_givens: \(name(index)) is 0 or 1"
        case .equalGivens(let first, let second):
            return "equal_givens: \(name(first)) and \(name(second)) are equal"
        case .nounCap(let noun, let most): return "“most”: more than \(most) of “\(noun)”"
        case .partOfNoun(let noun): return "a part of “\(noun)”: the number is not whole"
        case .answerForm:
            return "the answer is negative, zero or a fraction (negative, zero, fraction)"
        case .givenAsAnswer(let index): return "given_as_answer: the answer is \(name(index))"
        case .equalMistakes(let first, let second):
            return "the wrong answers \(first) and \(second) are equal"
        case .fewMistakes: return "fewer than two wrong answers are wrong"
        case .withoutValue: return "a formula divides by zero or leaves the range of numbers"
        }
    }
}
