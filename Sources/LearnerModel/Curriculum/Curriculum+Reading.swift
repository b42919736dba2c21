public import Foundation
public import Problems

extension Curriculum {
    /// Reads `prerequisites.csv` and `skill_priors.csv` of the data folder and joins them to the leaves.
    ///
    /// `templates` are those of each leaf; leaves without one are known but never chosen.
    public init(
        dataDirectory: URL, leaves: [Skill], templates: [String: [CurriculumTemplate]]
    ) throws(CurriculumError) {
        try self.init(
            leaves: leaves, templates: templates,
            prerequisites: Self.text(of: "prerequisites.csv", in: dataDirectory),
            priors: Self.text(of: "skill_priors.csv", in: dataDirectory))
    }

    /// Joins the texts of `prerequisites.csv` and `skill_priors.csv` to the leaves.
    public init(
        leaves: [Skill], templates: [String: [CurriculumTemplate]], prerequisites: String,
        priors: String
    ) throws(CurriculumError) {
        let edges = try Self.edges(in: prerequisites)
        let difficulties = try Self.difficulties(in: priors)
        var skills: [CurriculumSkill] = []
        for leaf in leaves {
            guard let difficulty = difficulties[leaf.id] else {
                throw .missingPrior(skill: leaf.id)
            }
            skills.append(
                CurriculumSkill(
                    id: leaf.id, strand: leaf.strand, grades: Self.grades(leaf.grade),
                    difficulty: difficulty, prerequisites: edges[leaf.id] ?? [],
                    templates: templates[leaf.id] ?? []))
        }
        try self.init(skills: skills)
    }

    private static func text(
        of file: String, in directory: URL
    ) throws(CurriculumError) -> String {
        do {
            return try String(contentsOf: directory.appending(path: file), encoding: .utf8)
        } catch {
            throw .unreadable(file: file)
        }
    }

    /// Returns the grades of a text such as `3` or `3-5`.
    private static func grades(_ text: String) -> ClosedRange<Int> {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last else { return 1...9 }
        return first...last
    }

    private static func edges(in text: String) throws(CurriculumError) -> [String: [Prerequisite]] {
        var edges: [String: [Prerequisite]] = [:]
        for (line, fields) in rows(of: text) {
            guard fields.count >= 3, let weight = Double(fields[2]), (0...1).contains(weight) else {
                throw .badLine(
                    file: "prerequisites.csv", line: line, text: fields.joined(separator: ","))
            }
            edges[fields[0], default: []].append(Prerequisite(skill: fields[1], weight: weight))
        }
        return edges
    }

    private static func difficulties(in text: String) throws(CurriculumError) -> [String: Double] {
        var difficulties: [String: Double] = [:]
        for (line, fields) in rows(of: text) {
            guard fields.count >= 2, let difficulty = Double(fields[1]), abs(difficulty) <= 6 else {
                throw .badLine(
                    file: "skill_priors.csv", line: line, text: fields.joined(separator: ","))
            }
            difficulties[fields[0]] = difficulty
        }
        return difficulties
    }

    /// Returns the rows below the header; fields hold no commas, the last may.
    private static func rows(of text: String) -> [(line: Int, fields: [String])] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst()
            .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
            .map {
                (
                    $0.offset + 1,
                    $0.element.split(separator: ",", omittingEmptySubsequences: false).map(
                        String.init)
                )
            }
    }
}
