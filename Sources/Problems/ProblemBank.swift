public import Foundation
public import Mathematics

/// All skills and templates of a data folder, and the problems that can be made from them.
public struct ProblemBank: Sendable {
    /// The skills.
    public let skills: SkillGraph
    /// The templates, by file and in the order of each file.
    public let templates: [ProblemTemplate]
    /// The learner's own problems, which are not among `templates`.
    public private(set) var own: [OwnTemplate] = []
    /// What is wrong with templates that could not be used.
    public let faults: [BankFault]
    let words: WordList
    private let placesByID: [String: Int]
    private let placesBySkill: [String: [Int]]

    /// Loads the skills, words and templates of a data folder.
    ///
    /// A template that cannot be read is left out and reported in `faults`.
    ///
    /// - Throws: The fault, where the skills or the words cannot be read.
    public init(dataDirectory: URL) throws(BankFault) {
        try self.init(dataDirectory: dataDirectory) { _ in nil }
    }

    /// Loads only what the problems of one leaf, skill or template need; all templates where the
    /// identifier names no file.
    ///
    /// - Throws: The fault, where the skills or the words cannot be read.
    public init(dataDirectory: URL, only id: String) throws(BankFault) {
        try self.init(dataDirectory: dataDirectory) { skills in
            let leaf = id.split(separator: ".").dropLast().joined(separator: ".")
            let leaves = skills.leaves(of: id) + skills.leaves(of: leaf).filter { $0.id == leaf }
            return leaves.map { "templates/\($0.id).yaml" }
        }
    }

    private init(
        dataDirectory: URL, wanted: (SkillGraph) -> [String]?
    ) throws(BankFault) {
        skills = try SkillGraph(dataDirectory: dataDirectory)
        words = try WordList(dataDirectory: dataDirectory)
        var templates: [ProblemTemplate] = []
        var faults: [BankFault] = []
        var files = try Self.templateFiles(in: dataDirectory)
        if let wanted = wanted(skills), !Set(wanted).isDisjoint(with: files) {
            files = files.filter(wanted.contains)
        }
        for file in files {
            do {
                let document = try YAMLDocument(file: file, in: dataDirectory)
                let result = TemplateFileParser.templates(
                    in: document, words: words, skills: skills)
                templates += result.templates
                faults += result.faults
            } catch {
                faults.append(error)
            }
        }
        faults += Self.doubles(templates)
        self.templates = templates
        self.faults = faults
        placesByID = Dictionary(templates.enumerated().map { ($1.id, $0) }) { first, _ in first }
        placesBySkill = Dictionary(grouping: templates.indices) { templates[$0].skill }
    }

    /// Takes a learner's own problems in place of those that it had.
    public func adding(own: [OwnTemplate]) -> ProblemBank {
        var bank = self
        bank.own = own
        return bank
    }

    private static func templateFiles(in folder: URL) throws(BankFault) -> [String] {
        do {
            return try FileManager.default
                .contentsOfDirectory(atPath: folder.appending(path: "templates").path)
                .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
                .sorted().map { "templates/" + $0 }
        } catch {
            throw BankFault(
                file: "templates", line: 0, column: 0, message: "The folder cannot be read.",
                fix: "Restore the data folder that came with the program.")
        }
    }

    private static func doubles(_ templates: [ProblemTemplate]) -> [BankFault] {
        var seen: Set<String> = []
        return templates.filter { !seen.insert($0.id).inserted }.map { template in
            BankFault(
                file: template.place.file, line: template.place.line,
                column: template.place.column, template: template.id,
                message: "The id is there twice.", fix: "Give one of them another id.")
        }
    }

    /// Returns the template with an identifier, or nil.
    public func template(_ id: String) -> ProblemTemplate? {
        placesByID[id].map { templates[$0] }
    }

    /// Whether there is a template with an identifier, the learner's own problems included.
    public func has(template id: String) -> Bool {
        placesByID[id] != nil || own.contains { $0.id == id }
    }

    /// Returns the templates of a leaf, in their order.
    public func templates(of leaf: String) -> [ProblemTemplate] {
        placesBySkill[leaf, default: []].map { templates[$0] }
    }

    /// The leaves that have at least one template, in the order of the taxonomy.
    public var practisableLeaves: [Skill] {
        skills.leaves.filter { placesBySkill[$0.id] != nil }
    }

    /// Returns the problem of a template for a level and seed; the same numbers, people and things
    /// in every language.
    ///
    /// A learner's own problem has the language and level that it has. Amounts of money are written in dollars in English and in won, a thousand for a dollar, in
    /// Korean.
    ///
    /// - Throws: `GenerationError` where the template is unknown or refuses every draw.
    public func problem(
        template id: String, level: Int, language: Language, seed: UInt64,
        distractors: Bool = false
    ) throws(GenerationError) -> Problem {
        if let own = own.first(where: { $0.id == id }) {
            return try own.problem(seed: seed, leaf: skills[own.skill])
        }
        guard let template = template(id) else { throw .unknownIdentifier(id) }
        return try generator(template).problem(
            level: min(5, max(1, level)), language: language, seed: seed,
            distractors: distractors
        ).problem
    }

    /// Returns a problem of a leaf, or of any leaf of a skill, with a template that the seed
    /// chooses; consecutive seeds go through the templates in turn.
    ///
    /// - Throws: `GenerationError` where the skill is unknown or has no template.
    public func problem(
        skill id: String, level: Int, language: Language, seed: UInt64,
        distractors: Bool = false
    ) throws(GenerationError) -> Problem {
        let candidates = skills.leaves(of: id).flatMap { templates(of: $0.id) }
        guard !candidates.isEmpty else {
            throw skills.leaves(of: id).isEmpty ? .unknownIdentifier(id) : .noTemplate(skill: id)
        }
        let template = candidates[Int(seed % UInt64(candidates.count))]
        return try problem(
            template: template.id, level: level, language: language, seed: seed,
            distractors: distractors)
    }

    func generator(_ template: ProblemTemplate) -> ProblemGenerator {
        let leaf = skills[template.skill]
        return ProblemGenerator(
            template: template, grade: leaf?.grade ?? "", strand: leaf?.strand ?? "",
            words: words)
    }
}
