public import Foundation
internal import Mathematics

/// Author-written wordings of word problems that teach the root operation beyond the bank.
///
/// A file is a list of blocks: `@ id operation leaf [condition]`, with `-` for an operation or a leaf
/// that the wording does not teach, then one line for each sentence,
/// with `[one|other]` for a choice, `{a}` for a number and `{X}` for a word; a line that begins
/// with `?` is left out most of the time.
public struct WordingGrammar: Sendable {
    /// Why a file of wordings cannot be used.
    public enum WordingError: Error, Hashable, Sendable {
        /// The file cannot be read.
        case unreadable(path: String)
        /// A block's first line is not understood.
        case badHeader(path: String, line: Int)
    }

    /// A relation that the numbers must have for the story to make sense.
    enum Condition: Hashable, Sendable {
        /// The first number is the larger one.
        case firstLarger
        /// The first number is a whole multiple of the second.
        case firstMultiple
    }

    /// One wording with all its choices.
    struct Template: Sendable {
        let id: String
        let operation: String
        let leaf: String?
        let condition: Condition?
        var sentences: [String] = []
    }

    let templates: [Template]
    /// The code of the language of all wordings.
    public let language: String

    /// Reads a file of wordings.
    public init(file: URL, language: String) throws(WordingError) {
        self.language = language
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            // Whatever the reason, the caller can only name the file.
            throw .unreadable(path: file.path)
        }
        var templates: [Template] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.hasPrefix("@") {
                guard let template = Self.header(line) else {
                    throw .badHeader(path: file.path, line: number + 1)
                }
                templates.append(template)
            } else if !line.isEmpty, !line.hasPrefix("#"), !templates.isEmpty {
                templates[templates.count - 1].sentences.append(String(line))
            }
        }
        self.templates = templates
    }

    /// The identifiers of the wordings with the leaf that each teaches, where it teaches one.
    public var identifiers: [(template: String, leaf: String?)] {
        templates.map { ($0.id, $0.leaf) }
    }

    private static func header(_ line: Substring) -> Template? {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 4 else { return nil }
        let condition: Condition?
        switch words.count > 4 ? words[4] : "" {
        case "": condition = nil
        case "a>b": condition = .firstLarger
        case "a%b": condition = .firstMultiple
        default: return nil
        }
        return Template(
            id: words[1], operation: words[2], leaf: words[3] == "-" ? nil : words[3],
            condition: condition)
    }

    /// Returns one text of a wording, its choices, words and numbers drawn.
    func text(
        of template: Template, using generator: inout some RandomNumberGenerator
    ) -> String {
        var sentences: [String] = []
        for sentence in template.sentences {
            guard sentence.hasPrefix("? ") else {
                sentences.append(sentence)
                continue
            }
            if Int.random(in: 0..<10, using: &generator) < 4 {
                sentences.append(String(sentence.dropFirst(2)))
            }
        }
        var chosen = WordingChoices.choose(
            in: sentences.joined(separator: " "), using: &generator)
        let values = WordingSlots(
            language: language, condition: template.condition, using: &generator)
        chosen = values.filled(chosen)
        return chosen.replacing("  ", with: " ")
    }
}

/// Chooses among the alternatives of `[one|other]`, brackets within brackets included.
enum WordingChoices {
    static func choose(
        in text: String, using generator: inout some RandomNumberGenerator
    ) -> String {
        var rest = text[...]
        return sequence(&rest, until: [], using: &generator)
    }

    private static func sequence(
        _ rest: inout Substring, until ends: Set<Character>,
        using generator: inout some RandomNumberGenerator
    ) -> String {
        var result = ""
        while let next = rest.first, !ends.contains(next) {
            rest.removeFirst()
            guard next == "[" else {
                result.append(next)
                continue
            }
            var options: [String] = []
            repeat {
                options.append(sequence(&rest, until: ["|", "]"], using: &generator))
            } while rest.popFirst() == "|"
            result += options.randomElement(using: &generator) ?? ""
        }
        return result
    }
}
