internal import Foundation
public import Mathematics
internal import Yams

/// All leaves of the skill taxonomy, with their names in both languages.
public struct SkillGraph: Sendable {
    /// The leaves in the order of `Data/skills.json`.
    public let leaves: [Skill]
    private let places: [String: Int]
    private let names: [String: [Language: String]]

    /// The leaf with an identifier, or nil.
    public subscript(id: String) -> Skill? {
        places[id].map { leaves[$0] }
    }

    /// Returns the leaves that an identifier names: itself where it is a leaf, else those of the
    /// skill.
    public func leaves(of id: String) -> [Skill] {
        if let leaf = self[id] { return [leaf] }
        return leaves.filter { $0.skill == id }
    }

    /// Returns the short name of a leaf, skill or strand; the identifier where none is known.
    public func name(of id: String, in language: Language) -> String {
        names[id]?[language] ?? self[id]?.name ?? id
    }

    /// The strands in their order.
    public var strands: [String] {
        Set(leaves.map(\.strand)).sorted()
    }

    init(dataDirectory: URL) throws(BankFault) {
        let file = "skills.json"
        do {
            let data = try Data(contentsOf: dataDirectory.appending(path: file))
            leaves = try JSONDecoder().decode([Skill].self, from: data)
        } catch {
            throw BankFault(
                file: file, line: 0, column: 0, message: "The skills cannot be read: \(error)",
                fix: "Restore the file that came with the program.")
        }
        places = Dictionary(leaves.enumerated().map { ($1.id, $0) }) { first, _ in first }
        names = try Self.names(YAMLDocument(file: "skill_names.yaml", in: dataDirectory))
    }

    private static func names(
        _ document: YAMLDocument
    ) throws(BankFault) -> [String: [Language: String]] {
        var names: [String: [Language: String]] = [:]
        for (id, keyNode, node) in document.root.pairs {
            guard let english = node.child("en")?.text, let korean = node.child("ko")?.text else {
                throw document.fault(
                    at: keyNode, "“\(id)” needs a name in both languages.",
                    fix: "Write {en: …, ko: …}.")
            }
            names[id] = [.english: english, .korean: korean]
        }
        return names
    }
}
