internal import Foundation
internal import TextClassification

/// The templates of what learners write about an answer, from `Data/training/explanations-….txt`.
struct ExplanationTemplates: Sendable {
    /// What the text of a template shows.
    enum Kind: Sendable, Hashable {
        /// Right reasoning with an operation, or `any`.
        case correct(String)
        /// No reasoning; after a right answer, a wrong one, or either.
        case unclear(String)
        /// The thinking of a misconception's code.
        case misconception(String)
    }

    /// One line of the file.
    struct Template: Sendable, Hashable {
        let id: String
        let kind: Kind
        let text: String
    }

    let templates: [Template]
    /// The code of the language of all templates.
    let language: String

    init(file: URL, language: String) throws(WordingGrammar.WordingError) {
        self.language = language
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            // Whatever the reason, the caller can only name the file.
            throw .unreadable(path: file.path)
        }
        var templates: [Template] = []
        var kind: Kind?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            if line.hasPrefix("@") {
                kind = Self.kind(line)
            } else if let kind {
                // The name follows from the text, so that a new line moves no other.
                let hash = String(StableHash.of(String(line)), radix: 16)
                templates.append(
                    Template(id: "\(language).\(hash)", kind: kind, text: String(line)))
            }
            guard kind != nil else { throw .badHeader(path: file.path, line: number + 1) }
        }
        self.templates = templates
    }

    private static func kind(_ header: Substring) -> Kind? {
        let words = header.split(separator: " ").map(String.init)
        guard words.count == 3 else { return nil }
        switch words[1] {
        case "correct": return .correct(words[2])
        case "unclear": return .unclear(words[2])
        case "misconception": return .misconception(words[2])
        default: return nil
        }
    }

    /// The templates that are held out: a share of every section, by name.
    var heldOut: Set<String> {
        Dictionary(grouping: templates, by: \.kind).values.reduce(into: []) { held, group in
            held.formUnion(DatasetSplit.heldOutTemplates(of: group.map(\.id)))
        }
    }
}
