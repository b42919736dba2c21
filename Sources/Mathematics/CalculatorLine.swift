/// A scratch calculator for one line: `3/4 + 1 1/2`, `2 × 3.14`, `15% * 80`.
///
/// It reads what the checker reads, works exactly, and says where a mistake in the line is.
public enum CalculatorLine {
    /// What a line comes to.
    public struct Result: Hashable, Sendable {
        /// The exact value, such as `9/4` or `6pi`.
        public let exact: String
        /// The decimal notation where it is not the exact text; nil where there is nothing to add.
        public let decimal: String?
        /// The exact value as a number.
        public let value: ExactNumber
    }

    /// Why a line comes to nothing.
    public struct Mistake: Error, Hashable, Sendable {
        /// The character of the line where the mistake is, counted from zero; nil where it is in
        /// the line as a whole.
        public let column: Int?
        /// The kind of the mistake.
        let hint: Hint

        enum Hint: Hashable, Sendable {
            case empty, divisionByZero, tooLarge, unreadable(ReadingHint)
        }

        /// One kind sentence for the learner.
        public func message(in language: Language) -> String {
            switch hint {
            case .empty: Finding.empty.message(in: language)
            case .divisionByZero: Finding.divisionByZero.message(in: language)
            case .tooLarge: Finding.tooLarge(.size).message(in: language)
            case .unreadable(let hint): Finding.notUnderstood(hint).message(in: language)
            }
        }
    }

    /// Works a line out.
    ///
    /// - Throws: A mistake with its column.
    public static func evaluate(
        _ line: String, language: Language = .english
    ) throws(Mistake) -> Result {
        let text: AnswerText
        do {
            text = try AnswerText(line)
        } catch {
            throw mistake(error, columns: [])
        }
        guard !text.scalars.isEmpty else { throw Mistake(column: nil, hint: .empty) }
        do {
            return try result(of: text, NumberLocale(language))
        } catch {
            throw mistake(error, columns: text.columns)
        }
    }

    private static func result(
        of text: AnswerText, _ locale: NumberLocale
    ) throws(ReadingFault) -> Result {
        var scanner = Scanner(text)
        if scanner.skip("=" as Unicode.Scalar) { scanner.skipSpaces() }
        var parser = ExpressionParser(scanner, ExpressionOptions(locale: locale))
        guard let expression = try parser.expression() else {
            throw .notUnderstood(.missingNumber, at: parser.scanner.position)
        }
        parser.scanner.skipSpaces()
        if parser.scanner.skip("=" as Unicode.Scalar) { parser.scanner.skipSpaces() }
        guard parser.scanner.isAtEnd else {
            throw .notUnderstood(.trailing, at: parser.scanner.position)
        }
        let value = try expression.value()
        return Result(exact: value.description, decimal: decimal(value), value: value)
    }

    /// Up to six decimals; "≈" stands before them where they are rounded.
    private static func decimal(_ value: ExactNumber) -> String? {
        if let rational = value.rational {
            if rational.isInteger { return nil }
            if let places = rational.terminatingPlaces, places <= 6 { return rational.decimalText }
        }
        return "≈ " + value.approximation.decimalText(places: 6)
    }

    private static func mistake(_ fault: ReadingFault, columns: [Int]) -> Mistake {
        switch fault {
        case .notUnderstood(let hint, let index):
            let column = index.map { $0 < columns.count ? columns[$0] : (columns.last ?? $0) + 1 }
            return Mistake(column: columns.isEmpty ? index : column, hint: .unreadable(hint))
        case .divisionByZero: return Mistake(column: nil, hint: .divisionByZero)
        case .tooLarge: return Mistake(column: nil, hint: .tooLarge)
        }
    }
}
