import ArgumentParser
import Foundation
import Mathematics
import Problems

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Prints problems as JSON Lines.",
        discussion: CommandExamples.text("generate"))

    @OptionGroup var global: GlobalOptions

    @Option(help: "A leaf such as add_to.result, or a skill such as add_to.")
    var skill: String?

    @Option(help: "A template such as add_to.result.gift.")
    var template: String?

    @Flag(help: "Problems of every leaf.")
    var all = false

    @Option(parsing: .unconditional, help: "The level, 1 to 5; mixed where it is not given.")
    var level: Int?

    @Option(parsing: .unconditional, help: "How many problems; with --all, of each leaf.")
    var count = 1

    @Option(help: "The randomness; drawn afresh where it is not given.")
    var seed: UInt64?

    @Flag(help: "Adds a sentence with a number that is not needed, where the template has one.")
    var distractors = false

    func validate() throws {
        guard (level ?? 1) >= 1, (level ?? 1) <= 5 else {
            throw ValidationError("--level is a number from 1 to 5.")
        }
        guard (0...1_000_000).contains(count) else {
            throw ValidationError("--count is a number from 0 to 1000000.")
        }
        guard [skill != nil, template != nil, all].filter(\.self).count <= 1 else {
            throw ValidationError("Give one of --skill, --template and --all.")
        }
    }

    func run() throws {
        let bank = try loadBank(global, only: template ?? skill)
        for templates in try groups(bank) {
            var request = GenerationRun(
                bank: bank, templates: templates, level: level,
                language: global.languageInForce(), distractors: distractors,
                seed: seed ?? UInt64.random(in: 0..<1 << 32))
            for _ in 0..<count {
                try StandardOutput.line(ProblemJSON.text(try request.next()))
            }
        }
    }

    /// One list of templates for each group of problems that is asked for.
    private func groups(_ bank: ProblemBank) throws -> [[String]] {
        if let template {
            guard bank.template(template) != nil else {
                throw Failure.unknownIdentifier(template, option: "--template")
            }
            return [[template]]
        }
        let leaves: [Skill]
        if let skill {
            leaves = bank.skills.leaves(of: skill)
            guard !leaves.isEmpty else {
                throw Failure.unknownIdentifier(skill, option: "--skill")
            }
        } else {
            leaves = bank.practisableLeaves
        }
        let lists = leaves.map { bank.templates(of: $0.id).map(\.id) }.filter { !$0.isEmpty }
        guard !lists.isEmpty else { throw noTemplate(skill ?? "") }
        return all ? lists : [Array(lists.joined())]
    }

    private func noTemplate(_ skill: String) -> Failure {
        Failure(
            .failed, english: "there is no template for \(skill) yet.",
            korean: "\(skill)의 문제는 아직 없어요.")
    }
}

/// Loads the problem bank that a command works with, or only what a leaf, skill or template of it
/// needs.
func loadBank(_ global: GlobalOptions, only id: String? = nil) throws -> ProblemBank {
    let folder = try global.dataDirectory()
    do {
        guard let id else { return try ProblemBank(dataDirectory: folder) }
        return try ProblemBank(dataDirectory: folder, only: id)
    } catch {
        throw Failure(
            .failed,
            english: "the problem bank cannot be read: \(error)",
            korean: "문제 은행을 읽을 수 없어요: \(error)")
    }
}

/// One run of problems with consecutive seeds in which no text comes twice while others are left.
struct GenerationRun {
    let bank: ProblemBank
    let templates: [String]
    let level: Int?
    let language: Language
    let distractors: Bool
    var seed: UInt64
    private var seen: Set<String> = []

    init(
        bank: ProblemBank, templates: [String], level: Int?, language: Language,
        distractors: Bool, seed: UInt64
    ) {
        self.bank = bank
        self.templates = templates
        self.level = level
        self.language = language
        self.distractors = distractors
        self.seed = seed
    }

    mutating func next() throws -> Problem {
        var problem = try problem()
        var tries = 0
        while !seen.insert(problem.text).inserted, tries < 200 {
            problem = try self.problem()
            tries += 1
        }
        return problem
    }

    private mutating func problem() throws -> Problem {
        defer { seed &+= 1 }
        // Without a level the seed goes through all five for every template in turn.
        let count = UInt64(templates.count)
        let mixedLevel = Int(seed / count % 5) + 1
        do {
            return try bank.problem(
                template: templates[Int(seed % count)], level: level ?? mixedLevel,
                language: language, seed: seed, distractors: distractors)
        } catch {
            throw Failure(.failed, english: "\(error)", korean: "\(error)")
        }
    }
}
