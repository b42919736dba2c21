import ArgumentParser
import Foundation
import Mathematics
import Problems

struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank", abstract: "Checks and shows the problem bank.",
        discussion: CommandExamples.text("bank"),
        subcommands: [BankCheckCommand.self, BankStatsCommand.self, BankPreviewCommand.self])
}

struct BankCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Finds what is wrong with the problem bank.",
        discussion: """
            Every fault is one line: file:line:column: what is wrong and how to put it right.
            The exit code is 1 where there is a fault.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: "Only one template, one leaf, or one file of Data/templates.")
    var template: String?

    @Option(help: "How many problems to draw from each template in each language.")
    var draws = BankCheck.thoroughDraws

    func validate() throws {
        guard (1...1_000_000).contains(draws) else {
            throw ValidationError("--draws is a number from 1 to 1000000.")
        }
    }

    func run() throws {
        let folder = try global.dataDirectory()
        let bank = try loadBank(global, only: leafName)
        let templates = try chosen(bank)
        var faults = BankCheck(bank: bank).faults(templates: templates, draws: draws)
        if template == nil { faults += BankCheck.strayFiles(dataDirectory: folder) }
        faults = bank.faults.filter(concerns) + faults
        for fault in faults { try StandardOutput.line(line(fault)) }
        StandardOutput.complain(
            "\(templates.count) templates, \(draws) problems each in two languages: "
                + "\(faults.count) faults.")
        if !faults.isEmpty { throw ExitCode(1) }
    }

    private func line(_ fault: BankFault) -> String {
        guard global.json else { return fault.description }
        return ProblemJSON.object([
            ("file", JSONLine.quoted(fault.file)), ("line", String(fault.line)),
            ("column", String(fault.column)),
            ("template", fault.template.map(JSONLine.quoted) ?? "null"),
            ("message", JSONLine.quoted(fault.message)), ("fix", JSONLine.quoted(fault.fix)),
        ])
    }

    /// The file name of `--template`, when it is a file.
    private var fileName: String? {
        guard let template, template.hasSuffix(".yaml") else { return nil }
        return "templates/" + (template.split(separator: "/").last.map(String.init) ?? "")
    }

    /// The leaf or template of `--template`, also where it is a file.
    private var leafName: String? {
        fileName.map { String($0.dropFirst(10).dropLast(5)) } ?? template
    }

    private func chosen(_ bank: ProblemBank) throws -> [ProblemTemplate] {
        guard let template else { return bank.templates }
        let leaf = leafName ?? template
        if let single = bank.template(leaf) { return [single] }
        let ofLeaf = bank.templates(of: leaf)
        guard !ofLeaf.isEmpty || bank.faults.contains(where: concerns) else {
            throw Failure.unknownIdentifier(template, option: "--template")
        }
        return ofLeaf
    }

    private func concerns(_ fault: BankFault) -> Bool {
        guard let template else { return true }
        return fault.template == template || fault.file == fileName
            || fault.file == "templates/\(template).yaml"
    }
}

struct BankStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Counts templates, problems and wordings of every skill.")

    @OptionGroup var global: GlobalOptions

    @Option(help: "How many problems to draw from each template in each language.")
    var draws = 500

    func run() throws {
        let bank = try loadBank(global)
        let statistics = BankStatistics(bank: bank, draws: max(1, draws))
        if !global.json {
            try StandardOutput.line(
                row([
                    "skill", "templates", "numbers", "English", "Korean", "accept", "hints",
                    "picture",
                ]))
        }
        for leaf in statistics.leaves { try StandardOutput.line(line(leaf, bank)) }
    }

    private func line(_ leaf: LeafStatistics, _ bank: ProblemBank) -> String {
        let english = leaf.distinctWordings[.english] ?? 0
        let korean = leaf.distinctWordings[.korean] ?? 0
        guard global.json else {
            return row([
                leaf.leaf, String(leaf.templates), String(leaf.distinctInstances),
                String(english), String(korean), percent(leaf.acceptanceRate),
                percent(leaf.hintCoverage), percent(leaf.pictureCoverage),
            ])
        }
        return ProblemJSON.object([
            ("skill", JSONLine.quoted(leaf.leaf)), ("templates", String(leaf.templates)),
            ("instances", String(leaf.distinctInstances)), ("wordingsEnglish", String(english)),
            ("wordingsKorean", String(korean)), ("acceptance", String(leaf.acceptanceRate)),
            ("hints", String(leaf.hintCoverage)), ("pictures", String(leaf.pictureCoverage)),
        ])
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    private func row(_ cells: [String]) -> String {
        let widths = [26, 10, 10, 9, 9, 8, 7, 8]
        return zip(cells, widths).enumerated().map { place, cell in
            let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return place == 0 ? cell.0 + space : space + cell.0
        }.joined()
    }
}

struct BankPreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Shows instances of a template or a leaf, the extreme ones included.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A template or a leaf.")
    var id: String

    @Option(help: "How many instances to show.")
    var count = 20

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    func run() throws {
        let bank = try loadBank(global, only: id)
        let templates = bank.template(id).map { [$0] } ?? bank.templates(of: id)
        guard !templates.isEmpty else {
            throw Failure.unknownIdentifier(id, option: "template")
        }
        let languages = global.language.map { [$0] } ?? Language.allCases
        for template in templates {
            for language in languages {
                let preview = BankPreview(bank: bank, template: template, language: language)
                for problem in try preview.problems(count: max(1, count), seed: seed) {
                    try StandardOutput.line(
                        global.json ? ProblemJSON.text(problem) : text(problem))
                }
            }
        }
    }

    private func text(_ problem: Problem) -> String {
        var lines = ["\(problem.id)", "  " + problem.text, "  = \(problem.answer.text)"]
        lines += problem.steps.map { "    \($0.text)  \($0.written)" }
        lines += problem.hints.map { "    hint: " + $0 }
        lines += problem.wrong.map { "    \($0.code): \($0.text)" }
        if let picture = problem.picture { lines.append("    picture: " + picture.sentence) }
        return lines.joined(separator: "\n") + "\n"
    }
}
