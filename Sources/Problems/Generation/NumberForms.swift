/// How the numbers of a calculation are written: as the texts and the answer show them.
struct NumberForms {
    private let styles: [Int: TextPattern.NumberStyle]
    /// Whether numbers that are not whole are fractions here, not decimals.
    let showsFractions: Bool

    /// Decimals where they are short, as in a calculation without texts.
    static let decimals = NumberForms(styles: [:], showsFractions: false)

    private init(styles: [Int: TextPattern.NumberStyle], showsFractions: Bool) {
        self.styles = styles
        self.showsFractions = showsFractions
    }

    /// The forms of a problem with some numbers.
    init(template: ProblemTemplate, values: [ExactNumber], answer: ExactNumber) {
        let kind = template.answer.kind
        let showsDecimals = template.shown.contains { index in
            !values[index].isInteger && template.styles[index] == nil
        }
        let asksForFraction = kind == .fraction
        let hasFraction = template.styles.values.contains(.fraction) && kind != .money
        self.init(
            styles: template.styles,
            showsFractions: asksForFraction && !showsDecimals
                || hasFraction && !showsDecimals && answer.isInteger)
    }

    /// A number of a calculation, which may be a variable.
    func text(_ number: ExactNumber, variable: Int? = nil) -> String {
        let isFraction = variable.map { styles[$0] == .fraction } ?? false
        guard !number.isInteger, isFraction || showsFractions else { return number.exactText }
        return NumberText.fraction(number)
    }

    /// Whether the story shows a variable as a time of day.
    func isClock(_ variable: Int) -> Bool { styles[variable] == .clock }
}
