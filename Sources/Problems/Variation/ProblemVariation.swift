public import Mathematics

/// A person's own problem with its numbers as roles: the same problem with other numbers is the
/// same problem.
public struct ProblemVariation: Sendable {
    /// The text as it was typed, in one line.
    public let text: String
    /// The language of the text.
    public let language: Language
    private let numbers: [TextNumber]
    private let solution: SolutionFormula
    private let draw: NumberDraw

    /// Reads a text and the expression that solves it.
    ///
    /// - Parameters:
    ///   - text: A word problem in English or Korean of at most 5,000 characters.
    ///   - expression: The calculation with the numbers of the text, such as `(24 - 9) / 3`.
    ///   - pinned: Numbers of the text that must not vary, such as `7`.
    /// - Throws: `VariationError` where the text or the expression cannot be used.
    public init(
        text: String, expression: String, pinned: [String] = []
    ) throws(VariationError) {
        let line = Self.line(text)
        let isBlank = line.allSatisfy(\.isWhitespace)
        guard !isBlank, line.count <= 5_000 else { throw .textLength(isBlank ? 0 : line.count) }
        self.text = line
        let isKorean = line.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        language = isKorean ? .korean : .english
        let numbers = TextNumberFinder.numbers(in: line, language)
        guard !numbers.isEmpty else { throw .noNumber }
        self.numbers = numbers
        solution = try SolutionFormula(
            expression, text: line, numbers: numbers,
            pinned: pinned.compactMap { Self.pinned($0, numbers, line) })
        draw = try NumberDraw(solution, numbers: numbers)
        guard !isRemainder else { throw .remainder }
    }

    /// A text in one line and without control characters.
    private static func line(_ text: String) -> String {
        let oneLine = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        var plain = String.UnicodeScalarView()
        for scalar in oneLine.unicodeScalars
        where ![.control, .surrogate, .privateUse, .unassigned].contains(
            scalar.properties.generalCategory)
            && (scalar.properties.generalCategory != .format || scalar.value == 0x200D)
        {
            plain.append(scalar)
        }
        return String(plain)
    }

    /// Whether a division does not go out in a text that asks for what is left or for full ones.
    private var isRemainder: Bool {
        guard case .binary(.divide, _, _) = solution.formula,
            (try? solution.formula.value(solution.roles).isInteger) == false
        else { return false }
        return ["left over", "leftover", "remainder", "full ", "are needed", "남", "나머지", "필요"]
            .contains(
                where: text.lowercased().contains)
    }

    /// The numbers of the text that vary, as exact text in their order.
    public var varyingNumbers: [String] {
        solution.roles.indices.filter { !solution.fixed.contains($0) }.map { role in
            name(of: solution.roles[role])
        }
    }

    /// The numbers of the text that the calculation does not need, as `varyingNumbers` has them.
    public var unusedNumbers: [String] {
        solution.roles.indices.filter { !solution.used.contains($0) }
            .map { name(of: solution.roles[$0]) }
    }

    /// The numbers that would vary if none were pinned, as exact text in their order.
    public var possibleNumbers: [String] {
        SolutionFormula.roles(numbers, pinned: solution.steady).map(name)
    }

    /// A number as exact text; a time of day as the text has it.
    private func name(of value: ExactNumber) -> String {
        let time = numbers.first { $0.clock != nil && $0.value == value }
        return time.map { Self.source(of: $0, text) } ?? value.exactText
    }

    private static func source(of number: TextNumber, _ text: String) -> String {
        String(Array(text)[number.range])
    }

    /// The value of a pinned number: a time as the text has it, or else a number.
    private static func pinned(
        _ name: String, _ numbers: [TextNumber], _ text: String
    ) -> ExactNumber? {
        numbers.first { $0.clock != nil && source(of: $0, text) == name }?.value
            ?? NumberText.number(name)
    }

    /// Returns at most `count` problems, each with other numbers; fewer where the ranges end.
    ///
    /// Equal seeds give equal problems.
    ///
    /// - Throws: `noVariant` where not even one can be made.
    public func variants(count: Int, seed: UInt64) throws(VariationError) -> [Problem] {
        var generator = SplitMix64(stream: ["vary", text, String(seed)])
        var seen: Set<[ExactNumber]> = [solution.roles]
        var problems: [Problem] = []
        while problems.count < count,
            let values = draw.next(using: &generator, avoiding: seen)
        {
            seen.insert(values)
            let writer = VariationWriter(
                solution: solution, values: values, language: language)
            let varied = VariedText.text(
                text, numbers: numbers, roles: solution.roles, values: values, language)
            guard let problem = writer.problem(text: varied, seed: seed, number: problems.count + 1)
            else { continue }
            problems.append(problem)
        }
        guard !problems.isEmpty || count == 0 else { throw .noVariant }
        return problems
    }
}
