internal import Mathematics

/// What was drawn for one problem: numbers, people, things and choices.
struct Draw: Sendable {
    var values: [ExactNumber]
    var people: [Person]
    var nouns: [Noun]
    var choices: [Int]
}

/// A number as a text shows it, kept for checks.
struct ShownNumber: Sendable {
    let text: String
    let value: ExactNumber
    /// The variable that was shown, or nil for a calculated number.
    let variable: Int?
    let noun: Noun?
}

/// Fills the slots of texts.
struct TextRenderer {
    let template: ProblemTemplate
    let draw: Draw
    let language: Language
    var wording: SplitMix64
    /// Whether numbers that are not whole are shown as fractions.
    var showsFractions = false
    private var output: [UInt8] = []
    /// Where an article ends that may need an `n`.
    private var articles: [Int] = []
    /// Where a full stop also is the point of `p.m.`.
    private var sharedPoints: [Int] = []
    /// The numbers shown so far, where they are recorded.
    private(set) var shownNumbers: [ShownNumber] = []
    private let records: Bool

    init(
        template: ProblemTemplate, draw: Draw, language: Language, wording: SplitMix64,
        records: Bool = false
    ) {
        self.template = template
        self.draw = draw
        self.language = language
        self.wording = wording
        self.records = records
    }

    /// The text of a pattern; sentences begin with a capital letter.
    mutating func text(_ pattern: TextPattern) throws(FormulaError) -> String {
        output.removeAll(keepingCapacity: true)
        try append(pattern.pieces)
        settleArticles()
        if language == .english { capitalizeSentences() }
        return String(decoding: output, as: UTF8.self)
    }

    /// A short text beside a drawing, of which only the first letter is a capital: `? cm`.
    mutating func label(_ pattern: TextPattern) throws(FormulaError) -> String {
        let text = try plainText(pattern)
        guard language == .english, text.count > 1, let first = text.first, first.isLowercase,
            !pattern.pieces.isEmpty
        else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// The text of a pattern as it is, without a capital.
    mutating func plainText(_ pattern: TextPattern) throws(FormulaError) -> String {
        output.removeAll(keepingCapacity: true)
        try append(pattern.pieces)
        settleArticles()
        sharedPoints.removeAll(keepingCapacity: true)
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func append(_ pieces: [TextPattern.Piece]) throws(FormulaError) {
        for piece in pieces { try append(piece) }
    }

    private mutating func append(_ piece: TextPattern.Piece) throws(FormulaError) {
        switch piece {
        case .literal(let text): append(text)
        case .number(let formula, let style): try appendNumber(formula, style)
        case .counted(let formula, let reference): try appendCounted(formula, reference)
        case .noun(let reference, let form):
            append(reference.noun(draw.nouns).text(form, in: language))
        case .agreeingNoun(let reference, let formula):
            let noun = reference.noun(draw.nouns)
            append(
                language == .korean
                    ? noun.korean : noun.agreeing(with: try formula.value(draw.values)))
        case .person(let index, let form): append(draw.people[index].text(form, in: language))
        case .choice(let index, let form):
            let choice = template.choices[index][draw.choices[index]]
            try append(choice.forms[language]?[form] ?? [])
        case .particle(let particle): append(particle.form(after: output))
        case .article:
            append("a")
            articles.append(output.count)
        case .alternatives(let lists): try append(lists[wording.below(lists.count)])
        case .agreement(let formula, let one, let many):
            try append(try formula.value(draw.values) == .one ? one : many)
        }
    }

    private mutating func append(_ text: String) {
        // “7:30 p.m.” at the end of a sentence brings its full stop along.
        let endsWithPoint =
            text.utf8.first == UInt8(ascii: ".") && output.suffix(3) == [0x2E, 0x6D, 0x2E]
        if endsWithPoint { sharedPoints.append(output.count - 1) }
        output.append(contentsOf: text.utf8.dropFirst(endsWithPoint ? 1 : 0))
    }

    private mutating func appendNumber(
        _ formula: Formula, _ style: TextPattern.NumberStyle
    ) throws(FormulaError) {
        let number = try formula.value(draw.values)
        let text =
            switch style {
            case .plain:
                showsFractions && !number.isInteger
                    ? NumberText.fraction(number) : NumberText.shown(number)
            case .money: NumberText.money(number, language)
            case .clock: NumberText.clock(number, language)
            case .duration: NumberText.duration(number, language)
            case .ordinal: NumberText.ordinal(number, language)
            case .words: NumberText.words(number, language)
            case .fraction: NumberText.fraction(number)
            case .mixed: NumberText.mixed(number)
            case .ungrouped: number.exactText
            }
        append(text)
        if records {
            shownNumbers.append(
                ShownNumber(
                    text: text, value: number, variable: formula.soleVariable, noun: nil))
        }
    }

    /// `12 apples` or `사과 12개`.
    private mutating func appendCounted(
        _ formula: Formula, _ reference: TextPattern.NounReference
    ) throws(FormulaError) {
        let number = try formula.value(draw.values)
        let noun = reference.noun(draw.nouns)
        let digits = NumberText.shown(number)
        if language == .english {
            append("\(digits) \(noun.agreeing(with: number))")
        } else {
            append(noun.korean.isEmpty ? "" : noun.korean + " ")
            append(digits + noun.counter)
        }
        if records {
            shownNumbers.append(
                ShownNumber(
                    text: digits, value: number, variable: formula.soleVariable, noun: noun))
        }
    }

    /// Turns `a` into `an` before a vowel.
    private mutating func settleArticles() {
        for end in articles.reversed() {
            let word = output[end...].drop { $0 == UInt8(ascii: " ") }.prefix { $0 != 0x20 }
            let next = String(decoding: word, as: UTF8.self)
            if EnglishSpelling.article(before: next) == "an" {
                output.insert(UInt8(ascii: "n"), at: end)
                sharedPoints = sharedPoints.map { $0 >= end ? $0 + 1 : $0 }
            }
        }
        articles.removeAll(keepingCapacity: true)
    }

    /// Makes the first letter, and every letter after the end of a sentence, a capital.
    private mutating func capitalizeSentences() {
        var begins = true
        for index in output.indices {
            let byte = output[index]
            if begins, (0x61...0x7A).contains(byte), !isUnknown(at: index) {
                output[index] = byte - 0x20
            }
            switch byte {
            case UInt8(ascii: " "): begins = begins || endsSentence(before: index)
            case UInt8(ascii: "\""), 0xE2, 0x80, 0x9C: break
            default: begins = false
            }
        }
        sharedPoints.removeAll(keepingCapacity: true)
    }

    /// Whether a letter is the unknown of a formula, as in `x + 3`.
    private func isUnknown(at index: Int) -> Bool {
        var rest = output[(index + 1)...]
        if rest.first == 0x20 { rest.removeFirst() }
        guard let next = rest.first else { return true }
        // `=`, `+`, `-`, `*`, `/`, `<`, `>`, `^`, and the first byte of `×`, `÷` and `²`.
        return [0x3D, 0x2B, 0x2D, 0x2A, 0x2F, 0x3C, 0x3E, 0x5E, 0xC2, 0xC3].contains(next)
    }

    private func endsSentence(before space: Int) -> Bool {
        guard space >= 1, [0x2E, 0x3F, 0x21].contains(output[space - 1]) else { return false }
        // The point of “5:30 p.m.” ends no sentence, unless it is the full stop as well.
        let isMarked = space >= 3 && output[space - 2] == 0x6D && output[space - 3] == 0x2E
        return !isMarked || sharedPoints.contains(space - 1)
    }
}
