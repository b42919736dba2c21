internal import Mathematics
internal import Yams

/// Pictures.
extension TemplateParser {
    func picture() throws(BankFault) -> PictureRule? {
        guard let node = field("picture") else { return nil }
        guard
            let (kind, keyNode, content) = node.pairs.first(where: { !["en", "ko"].contains($0.0) })
        else {
            throw fault(node, "The picture shows nothing.", fix: "Begin with “bars:” or another.")
        }
        let drawing: PictureRule.Drawing
        switch kind {
        case "bars": drawing = .bars(try bars(content))
        case "array":
            drawing = .array(
                rows: try child("rows", of: content), columns: try child("columns", of: content))
        case "number_line":
            drawing = .numberLine(
                from: try child("from", of: content), to: try child("to", of: content),
                marks: try parts(content.child("marks")))
        case "clock": drawing = .clock(minutes: try formula(content))
        case "pie": drawing = .pie(try parts(content))
        case "rectangle":
            drawing = .rectangle(
                width: try label("width", of: content), height: try label("height", of: content),
                inside: try label("inside", of: content))
        default:
            throw fault(
                keyNode, "There is no picture “\(kind)”.",
                fix: "Use bars, array, number_line, clock, pie or rectangle.")
        }
        return PictureRule(drawing: drawing, sentence: try localized(node))
    }

    private func child(_ key: String, of node: Node) throws(BankFault) -> Formula {
        guard let value = node.child(key) else {
            throw fault(node, "“\(key)” is missing.", fix: "Write \(key): and a formula.")
        }
        return try formula(value)
    }

    private func label(
        _ key: String, of node: Node
    ) throws(BankFault) -> ProblemTemplate.Localized {
        guard let value = node.child(key) else {
            return ProblemTemplate.Localized(
                english: TextPattern(pieces: []), korean: TextPattern(pieces: []))
        }
        return try localized(value)
    }

    private func bars(_ node: Node) throws(BankFault) -> [PictureRule.Bar] {
        var result: [PictureRule.Bar] = []
        for item in node.items {
            let times: Formula? =
                if let value = item.child("times") { try formula(value) } else { nil }
            result.append(
                PictureRule.Bar(
                    name: try label("name", of: item), parts: try parts(item.child("parts")),
                    times: times, total: try label("total", of: item)))
        }
        return result
    }

    /// A list of formulas, or of {label: "?", length: b}.
    private func parts(_ node: Node?) throws(BankFault) -> [PictureRule.Part] {
        var result: [PictureRule.Part] = []
        for item in node?.items ?? [] {
            if item.text != nil {
                let length = try formula(item)
                let label = TextPattern(pieces: [.number(length, .plain)])
                result.append(
                    PictureRule.Part(
                        label: ProblemTemplate.Localized(english: label, korean: label),
                        length: length))
            } else {
                result.append(
                    PictureRule.Part(
                        label: try label("label", of: item),
                        length: try child("length", of: item)))
            }
        }
        return result
    }
}
