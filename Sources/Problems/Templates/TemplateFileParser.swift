internal import Mathematics
internal import Yams

/// Reads one file of `Data/templates`: the templates of one leaf.
struct TemplateFileParser {
    private let document: YAMLDocument
    private let words: WordList

    /// The templates of a file that can be used, and what is wrong with the others.
    static func templates(
        in document: YAMLDocument, words: WordList, skills: SkillGraph
    ) -> (templates: [ProblemTemplate], faults: [BankFault]) {
        let parser = TemplateFileParser(document: document, words: words)
        do {
            return try parser.templates(skills: skills)
        } catch {
            return ([], [error])
        }
    }

    private func templates(
        skills: SkillGraph
    ) throws(BankFault) -> (templates: [ProblemTemplate], faults: [BankFault]) {
        let root = document.root
        for (key, node, _) in root.pairs where !["skill", "defaults", "templates"].contains(key) {
            throw document.fault(
                at: node, "A template file has no “\(key)”.",
                fix: "Use “skill”, “defaults” and “templates”.")
        }
        guard let skillNode = root.child("skill"), let skill = skillNode.text,
            skills[skill] != nil
        else {
            throw document.fault(
                at: root.child("skill") ?? root, "“skill” names no leaf of skills.json.",
                fix: "Write “skill: add_to.result” with an id of Data/skills.json.")
        }
        guard let list = root.child("templates"), list.isSequence else {
            throw document.fault(
                at: root, "The list “templates” is missing.", fix: "Begin it with “templates:”.")
        }
        var templates: [ProblemTemplate] = []
        var faults: [BankFault] = []
        for node in list.items {
            do {
                var parser = TemplateParser(
                    node: node, defaults: root.child("defaults"), skill: skill,
                    document: document, words: words)
                templates.append(try parser.template())
            } catch {
                faults.append(error)
            }
        }
        return (templates, faults)
    }
}
