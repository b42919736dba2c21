internal import Mathematics
internal import Yams

extension OwnTemplate {
    /// Returns the template file of this problem, in the language of `Data/templates`.
    ///
    /// - Throws: The fault, where the text cannot be written as YAML.
    public func yaml() throws(BankFault) -> String {
        var item: [(Node, Node)] = [
            (Node("id"), Node(id)), (Node("text"), Self.quoted(text)),
            (Node("expression"), Self.quoted(expression)),
        ]
        if !pinned.isEmpty { item.append((Node("pinned"), Node(pinned.map(Self.quoted)))) }
        let root = Node([
            (Node("skill"), Node(skill)), (Node("templates"), Node([Node(item)])),
        ])
        do {
            return try Yams.serialize(node: root, width: -1, allowUnicode: true)
        } catch {
            throw BankFault(
                file: id, line: 0, column: 0, template: id,
                message: "The text cannot be kept: \(error).", fix: "Type it in plain letters.")
        }
    }

    private static func quoted(_ text: String) -> Node {
        Node(text, .implicit, .doubleQuoted)
    }

    /// Reads an item of the list “templates” that has a “text” in place of a story.
    init(node: Node, skill: String, document: YAMLDocument) throws(BankFault) {
        for (key, keyNode, _) in node.pairs
        where !["id", "text", "expression", "pinned"].contains(key) {
            throw document.fault(
                at: keyNode, "A problem with a “text” has no “\(key)”.",
                fix: "Use “id”, “text”, “expression” and “pinned”.")
        }
        guard let text = node.child("text")?.text, let expression = node.child("expression")?.text
        else {
            throw document.fault(
                at: node, "“text” and “expression” are not both there.",
                fix: "Write expression: \"24 / 6\" with the numbers of the text.")
        }
        let pinned = node.child("pinned")?.items.compactMap(\.text) ?? []
        do {
            try self.init(skill: skill, text: text, expression: expression, pinned: pinned)
        } catch {
            throw document.fault(
                at: node.child("expression") ?? node, error.sentence(in: .english),
                fix: "Correct the text or the expression.")
        }
    }
}
