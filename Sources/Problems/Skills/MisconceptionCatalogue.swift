public import Foundation
public import Mathematics
internal import Yams

/// What a learner is told about the thinking behind an answer: one sentence for each code of the
/// templates and for each finer rule under it, from `Data/misconceptions.yaml`.
public struct MisconceptionCatalogue: Sendable {
    /// One kind of wrong thinking.
    public struct Entry: Sendable, Hashable {
        /// The name of the rule; the code itself for the entry of a whole code.
        public let id: String
        /// The code that the rule stands under.
        public let code: String
        /// Leaves, or beginnings of leaves, that the rule applies to; `any` for all.
        public let applies: [String]
        /// Where the rule is described.
        public let sources: [String]
        /// One sentence that gives nothing away, in English.
        public let english: String
        /// The same in Korean.
        public let korean: String

        /// Returns the sentence for the learner.
        public func sentence(in language: Language) -> String {
            language == .korean ? korean : english
        }

        /// Whether the rule applies to a leaf.
        public func applies(to leaf: String) -> Bool {
            applies.contains { $0 == "any" || leaf == $0 || leaf.hasPrefix($0 + ".") }
        }
    }

    /// The entries of the codes, by code.
    public let codes: [String: Entry]
    /// The finer rules, in the order of the file.
    public let rules: [Entry]

    /// Reads the file of a data directory.
    ///
    /// - Throws: `BankFault` where it is missing, not YAML, or an entry lacks something.
    public init(dataDirectory: URL) throws(BankFault) {
        let document = try YAMLDocument(file: "misconceptions.yaml", in: dataDirectory)
        var codes: [String: Entry] = [:]
        for node in document.root.child("codes")?.items ?? [] {
            let entry = try Self.entry(node, in: document, isCode: true)
            codes[entry.code] = entry
        }
        var rules: [Entry] = []
        for node in document.root.child("rules")?.items ?? [] {
            rules.append(try Self.entry(node, in: document, isCode: false))
        }
        self.codes = codes
        self.rules = rules
    }

    /// Returns the entry of a rule or of a code, or nil where nothing is known of it.
    public func entry(_ name: String) -> Entry? {
        codes[name] ?? rules.first { $0.id == name }
    }

    private static func entry(
        _ node: Node, in document: YAMLDocument, isCode: Bool
    ) throws(BankFault) -> Entry {
        guard let code = node.child("code")?.text, MisconceptionCode.all.contains(code),
            let english = node.child("en")?.text, let korean = node.child("ko")?.text,
            let id = isCode ? code : node.child("id")?.text
        else {
            throw document.fault(
                at: node, "A misconception lacks a known code, an id or a sentence.",
                fix: "Give code, en and ko, and an id where it is a rule.")
        }
        return Entry(
            id: id, code: code,
            applies: (node.child("applies")?.items ?? []).compactMap(\.text),
            sources: (node.child("sources")?.items ?? []).compactMap(\.text), english: english,
            korean: korean)
    }
}
