public import Foundation

/// Looks for everything that can be wrong with a problem bank.
public struct BankCheck: Sendable {
    /// The draws in each language that make a thorough check.
    public static let thoroughDraws = 1500

    private let bank: ProblemBank

    /// Creates a check of a loaded bank.
    public init(bank: ProblemBank) {
        self.bank = bank
    }

    /// Returns every fault of some templates, those of loading included.
    ///
    /// Two templates of a leaf that share more than half their words count as a fault; only pairs
    /// with at least one of `templates` are compared.
    public func faults(
        templates: [ProblemTemplate], draws: Int = thoroughDraws
    ) -> [BankFault] {
        var faults: [BankFault] = []
        for template in templates {
            var check = TemplateCheck(generator: bank.generator(template), draws: draws)
            check.run()
            faults += check.faults
        }
        let wanted = Set(templates.map(\.id))
        let leaves = templates.reduce(into: [String]()) { leaves, template in
            if !leaves.contains(template.skill) { leaves.append(template.skill) }
        }
        for leaf in leaves {
            let duplicates = NearDuplicates(bank: bank).faults(in: bank.templates(of: leaf))
            faults += duplicates.filter { $0.template.map(wanted.contains) ?? true }
        }
        return faults
    }

    /// Returns the files of the templates folder that are no templates.
    public static func strayFiles(dataDirectory: URL) -> [BankFault] {
        let folder = dataDirectory.appending(path: "templates")
        // An unreadable folder is already a fault of loading.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { !$0.hasSuffix(".yaml") }.map { name in
            BankFault(
                file: "templates/" + name, line: 0, column: 0,
                message: "This file is no template file.",
                fix: "Name it after a leaf, such as add_to.result.yaml, or take it away.")
        }
    }
}
