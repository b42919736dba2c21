internal import Foundation
internal import Yams

/// A YAML file with the place of every node, so that a fault can point at its cause.
struct YAMLDocument {
    let file: String
    let root: Node

    init(file: String, text: String) throws(BankFault) {
        self.file = file
        guard text.utf8.count < 2_000_000 else {
            throw BankFault(
                file: file, line: 0, column: 0, message: "The file is larger than 2 MB.",
                fix: "Split it.")
        }
        do {
            root = try Yams.compose(yaml: text) ?? Node.mapping(Node.Mapping([]))
        } catch {
            throw BankFault(
                file: file, line: Self.line(of: error), column: 1,
                message: "This is not YAML: \(error).",
                fix: "Put texts with “: ”, “#” or leading “{”, “[” in double quotes.")
        }
    }

    init(file: String, in folder: URL) throws(BankFault) {
        let text: String
        do {
            text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        } catch {
            throw BankFault(
                file: file, line: 0, column: 0, message: "The file cannot be read as UTF-8.",
                fix: "Check that it exists and is text.")
        }
        try self.init(file: file, text: text)
    }

    private static func line(of error: any Error) -> Int {
        guard let error = error as? YamlError else { return 1 }
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _),
            .composer(_, _, let mark, _):
            return mark.line
        default: return 1
        }
    }

    func fault(
        at node: Node, template: String? = nil, _ message: String, fix: String, offset: Int = 0
    ) -> BankFault {
        BankFault(
            file: file, line: node.mark?.line ?? 0, column: (node.mark?.column ?? 0) + offset,
            template: template, message: message, fix: fix)
    }
}

extension Node {
    /// The pairs of a mapping in their order; empty for other nodes.
    var pairs: [(key: String, keyNode: Node, value: Node)] {
        guard let mapping else { return [] }
        return mapping.map { ($0.key.scalar?.string ?? "", $0.key, $0.value) }
    }

    /// The value under a key of a mapping.
    func child(_ key: String) -> Node? {
        mapping?.first { $0.key.scalar?.string == key }?.value
    }

    /// The text of a scalar.
    var text: String? { scalar?.string }

    /// The items of a sequence, or the node itself where it is not one.
    var items: [Node] {
        sequence.map(Array.init) ?? [self]
    }

    /// The items of a sequence, the values of a mapping, or none.
    var isSequence: Bool { sequence != nil }
}
