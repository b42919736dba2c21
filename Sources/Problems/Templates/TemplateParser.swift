internal import Mathematics
internal import Yams

/// Reads one template of a file.
struct TemplateParser {
    let node: Node
    let defaults: Node?
    let skill: String
    let document: YAMLDocument
    let words: WordList
    var names = TemplateNames()
    var variableNames: [String] = []
    var templateID = ""

    init(node: Node, defaults: Node?, skill: String, document: YAMLDocument, words: WordList) {
        self.node = node
        self.defaults = defaults
        self.skill = skill
        self.document = document
        self.words = words
        names.nouns = words.nouns
    }

    private static let keys: Set = [
        "id", "version", "people", "things", "choose", "given", "let", "require", "answer",
        "check", "steps", "hints", "wrong", "distractors", "picture", "allow", "en", "ko",
    ]

    mutating func template() throws(BankFault) -> ProblemTemplate {
        try readIdentity()
        for (key, keyNode, _) in node.pairs + (defaults?.pairs ?? [])
        where !Self.keys.contains(key) {
            throw fault(
                keyNode, "A template has no “\(key)”.",
                fix: "The keys are \(Self.keys.sorted().joined(separator: ", ")).")
        }
        // The first numbers of every template are the level itself and what a dollar is.
        _ = try addVariable("level", at: node)
        _ = try addVariable("dollar", at: node)
        let people = try people()
        let things = try things()
        let givens = try givens(in: field("given"))
        let derived = try derived()
        let choices = try choices()
        let answer = try answer()
        let requirements = try requirements()
        let unknown = variableNames.count
        let check = try check(unknown: unknown)
        let steps = try steps()
        let wrong = try wrongRules(in: field("wrong"))
        let distractors = try distractors()
        let forms: [Language: [ProblemTemplate.StoryForm]] = [
            .english: try forms(.english), .korean: try forms(.korean),
        ]
        let version = field("version")?.text.flatMap { Int($0) } ?? 1
        return ProblemTemplate(
            id: templateID, version: version, skill: skill,
            origin: "\(document.file):\(node.mark?.line ?? 0)", place: place(node),
            variableNames: variableNames, givens: givens, derived: derived,
            requirements: requirements, people: people, things: things, choices: choices,
            answer: answer, check: check, unknown: unknown,
            steps: steps, hints: try hints(), wrong: wrong,
            distractors: distractors, picture: try picture(), forms: forms,
            shown: shown(in: forms[.english]?.flatMap(\.patterns) ?? []),
            counted: counted(in: forms[.english]?.flatMap(\.patterns) ?? []),
            styles: styles(in: forms[.english]?.flatMap(\.patterns) ?? []),
            allowances: try allowances(),
            streams: StreamSeeds(template: templateID, version: version))
    }

    private mutating func readIdentity() throws(BankFault) {
        guard let short = node.child("id")?.text, !short.isEmpty,
            short.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") })
        else {
            throw fault(
                node.child("id") ?? node, "The template has no usable “id”.",
                fix: "Give it a short name in small letters, such as “id: gift”.")
        }
        templateID = "\(skill).\(short)"
    }

    /// A key of the template, or of the defaults of its file.
    func field(_ key: String) -> Node? {
        node.child(key) ?? defaults?.child(key)
    }

    func fault(_ node: Node, _ message: String, fix: String, offset: Int = 0) -> BankFault {
        document.fault(
            at: node, template: templateID.isEmpty ? nil : templateID, message, fix: fix,
            offset: offset)
    }

    func place(_ node: Node) -> ProblemTemplate.Place {
        ProblemTemplate.Place(
            file: document.file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }

    func required(_ key: String, fix: String) throws(BankFault) -> Node {
        guard let value = field(key) else { throw fault(node, "“\(key)” is missing.", fix: fix) }
        return value
    }

    func formula(_ node: Node) throws(BankFault) -> Formula {
        guard let text = node.text else {
            throw fault(node, "A formula is expected here.", fix: "Write it as a text: a + b.")
        }
        return try formula(text, at: node)
    }

    func formula(
        _ text: String, at node: Node, names extra: [String: Int] = [:]
    ) throws(BankFault) -> Formula {
        do {
            return try FormulaParser.formula(
                text,
                variables: extra.isEmpty ? names.variables : names.variables.merging(extra) { $1 })
        } catch {
            throw fault(
                node, "The formula “\(text)”: \(error.message).",
                fix: "See the list of operations and functions in Documentation/Authoring.md.",
                offset: error.offset)
        }
    }

    func pattern(_ node: Node, _ language: Language) throws(BankFault) -> TextPattern {
        guard let text = node.text else {
            throw fault(
                node, "A text is expected here.",
                fix: "Put the text in double quotes, above all when it begins with “{”.")
        }
        do {
            var pattern = try TextPatternParser.pattern(text, names: names, language: language)
            pattern.line = node.mark?.line ?? 0
            pattern.column = node.mark?.column ?? 0
            return pattern
        } catch {
            throw fault(
                node, "In the text: \(error.message).",
                fix: "The slots are listed in Documentation/Authoring.md.", offset: error.offset)
        }
    }

    /// A text in both languages; a plain text serves both.
    func localized(_ node: Node) throws(BankFault) -> ProblemTemplate.Localized {
        if node.text != nil {
            return ProblemTemplate.Localized(
                english: try pattern(node, .english), korean: try pattern(node, .korean))
        }
        guard let english = node.child("en"), let korean = node.child("ko") else {
            throw fault(node, "A text in both languages is expected.", fix: "Write en: and ko:.")
        }
        return ProblemTemplate.Localized(
            english: try pattern(english, .english), korean: try pattern(korean, .korean))
    }

    mutating func addVariable(_ name: String, at node: Node) throws(BankFault) -> Int {
        let isWord = name.first?.isLetter == true && name.allSatisfy(isWordCharacter)
        // C and P are functions only before a bracket, and usual names of amounts.
        guard isWord, FormulaFunction(rawValue: name) == nil || name.count == 1,
            !["div", "mod", "and", "or", "not", "x"].contains(name)
        else {
            throw fault(
                node, "“\(name)” cannot name a number.",
                fix: "Use letters other than x (the unknown of “check”) and function names.")
        }
        try checkUnused(name, at: node)
        names.variables[name] = variableNames.count
        variableNames.append(name)
        return variableNames.count - 1
    }

    func checkUnused(_ name: String, at node: Node) throws(BankFault) {
        if names.variables[name] != nil || names.people[name] != nil
            || names.things[name] != nil || names.choices[name] != nil
        {
            throw fault(node, "“\(name)” is named twice.", fix: "Choose another name.")
        }
    }

    /// The numbers that texts show as they are, in the order of the template.
    func shown(in patterns: [TextPattern]) -> [Int] {
        let formulas = patterns.flatMap(\.allPieces).compactMap(\.shownFormula)
        return Set(formulas.compactMap(\.soleVariable)).sorted()
    }

    /// How the texts show a number that they do not show as plain digits.
    private func styles(in patterns: [TextPattern]) -> [Int: TextPattern.NumberStyle] {
        var result: [Int: TextPattern.NumberStyle] = [:]
        for case .number(let formula, let style) in patterns.flatMap(\.allPieces)
        where style == .clock || style == .fraction {
            if let index = formula.soleVariable { result[index] = style }
        }
        return result
    }

    /// The numbers of things that the story speaks of, each once.
    private func counted(in patterns: [TextPattern]) -> [ProblemTemplate.Counted] {
        var result: [ProblemTemplate.Counted] = []
        for case .counted(let formula, let noun) in patterns.flatMap(\.allPieces) {
            let counted = ProblemTemplate.Counted(formula: formula, noun: noun)
            if !result.contains(counted) { result.append(counted) }
        }
        return result
    }
}
