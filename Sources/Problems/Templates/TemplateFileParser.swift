internal import Mathematics
internal import Yams

/// Reads one file of `Data/templates`: the templates of one leaf.
struct TemplateFileParser {
    private let document: YAMLDocument

    /// The templates of a file that can be used, and what is wrong with the others.
    static func templates(
        in document: YAMLDocument, words: WordList, skills: SkillGraph
    ) -> (templates: [ProblemTemplate], faults: [BankFault]) {
        do {
            return try TemplateFileParser(document: document)
                .templates(words: words, skills: skills)
        } catch {
            return ([], [error])
        }
    }

    /// The problems of a learner's own file, which have a text in place of a story.
    static func ownTemplates(
        in document: YAMLDocument, skills: SkillGraph
    ) throws(BankFault) -> [OwnTemplate] {
        let (skill, nodes) = try TemplateFileParser(document: document).head(skills: skills)
        var templates: [OwnTemplate] = []
        for node in nodes {
            templates.append(try OwnTemplate(node: node, skill: skill, document: document))
        }
        return templates
    }

    private func templates(
        words: WordList, skills: SkillGraph
    ) throws(BankFault) -> (templates: [ProblemTemplate], faults: [BankFault]) {
        let (skill, nodes) = try head(skills: skills)
        var templates: [ProblemTemplate] = []
        var faults: [BankFault] = []
        for node in nodes {
            do {
                var parser = TemplateParser(
                    node: node, defaults: document.root.child("defaults"), skill: skill,
                    document: document, words: words)
                templates.append(try parser.template())
            } catch {
                faults.append(error)
            }
        }
        return (templates, faults)
    }

    /// The leaf of a file and the nodes of its templates.
    private func head(skills: SkillGraph) throws(BankFault) -> (skill: String, nodes: [Node]) {
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
        return (skill, list.items)
    }
}
