internal import Foundation
internal import Mathematics
internal import Yams

/// The people and things of all stories: `Data/words/names.yaml` and `Data/words/nouns.yaml`.
struct WordList: Sendable {
    let people: [Person]
    let nouns: [String: Noun]
    let classes: [String: [Noun]]

    /// Reads `words/names.yaml` and every `words/nouns….yaml`.
    init(dataDirectory: URL) throws(BankFault) {
        people = try Self.people(YAMLDocument(file: "words/names.yaml", in: dataDirectory))
        let folder = dataDirectory.appending(path: "words")
        // Without a list of the folder the file that always ships is tried, and its fault reported.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var files = names.filter { $0.hasPrefix("nouns") && $0.hasSuffix(".yaml") }.sorted()
        if files.isEmpty { files = ["nouns.yaml"] }
        var documents: [YAMLDocument] = []
        for file in files {
            documents.append(try YAMLDocument(file: "words/" + file, in: dataDirectory))
        }
        var nouns: [String: Noun] = [:]
        var classes: [String: [Noun]] = [:]
        for document in documents {
            for (name, _, node) in document.root.pairs {
                for item in node.child("nouns")?.items ?? [] {
                    let noun = try Self.noun(item, class: node, document)
                    guard nouns.updateValue(noun, forKey: noun.id) == nil else {
                        throw document.fault(
                            at: item, "The noun “\(noun.id)” is there twice.",
                            fix: "Give the second another id.")
                    }
                    classes[name, default: []].append(noun)
                }
            }
        }
        for document in documents {
            try Self.addMembers(document, nouns: nouns, to: &classes)
        }
        self.nouns = nouns
        self.classes = classes
    }

    /// The nouns that a class takes over from elsewhere.
    private static func addMembers(
        _ document: YAMLDocument, nouns: [String: Noun], to classes: inout [String: [Noun]]
    ) throws(BankFault) {
        for (name, _, node) in document.root.pairs {
            for also in node.child("also")?.items ?? [] {
                guard let id = also.text, let members = classes[id] ?? nouns[id].map({ [$0] })
                else {
                    throw document.fault(
                        at: also, "“also” names no class or noun.", fix: "Use an id of words/.")
                }
                classes[name, default: []] += members
            }
        }
    }

    private static func people(_ document: YAMLDocument) throws(BankFault) -> [Person] {
        var people: [Person] = []
        for (group, _, node) in document.root.pairs where ["girls", "boys"].contains(group) {
            for item in node.items {
                let words = item.items.compactMap(\.text)
                guard words.count == 3 else {
                    throw document.fault(
                        at: item, "A name is a list of English, Korean and origin.",
                        fix: "Write it as [Mina, 미나, Korea].")
                }
                people.append(
                    Person(english: words[0], korean: words[1], isFemale: group == "girls"))
            }
        }
        guard people.count >= 20 else {
            throw BankFault(
                file: document.file, line: 0, column: 0, message: "Fewer than 20 names.",
                fix: "Add names under “girls” and “boys”.")
        }
        return people
    }

    private static func noun(
        _ node: Node, class owner: Node, _ document: YAMLDocument
    ) throws(BankFault) -> Noun {
        guard let english = node.child("en")?.text, let korean = node.child("ko")?.text else {
            throw document.fault(
                at: node, "A noun needs “en” and “ko”.", fix: "Write {en: apple, ko: 사과}.")
        }
        func field(_ key: String) -> Node? { node.child(key) ?? owner.child(key) }
        let price = field("price")
        let range = price?.text.flatMap(NumberRange.init(_:))
        if let price, range == nil {
            throw document.fault(
                at: price, "This price range cannot be read.", fix: "Write 1..9 or 0.5..3 step 0.5."
            )
        }
        let id = node.child("id")?.text ?? english.replacing(" ", with: "_")
        return Noun(
            id: id, singular: english,
            plural: node.child("plural")?.text ?? EnglishSpelling.plural(of: english),
            article: node.child("article")?.text ?? EnglishSpelling.article(before: english),
            korean: korean, counter: field("counter")?.text ?? "개",
            preposition: field("in")?.text ?? "in",
            most: field("most")?.text.flatMap { Int($0) } ?? 1000, price: range)
    }
}
