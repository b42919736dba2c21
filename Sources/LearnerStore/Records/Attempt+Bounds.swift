import LearnerModel

extension Attempt {
    /// The longest text that is kept of what a learner typed.
    private static let longestInput = 16_384

    /// The attempt as it can be kept: no zero bytes, typed texts of bounded length.
    func storable() -> Attempt {
        var kept = self
        kept.input = Self.keepable(input)
        kept.explanation = explanation.map(Self.keepable)
        return kept
    }

    /// Refuses values that no attempt of ours can have.
    func requireBounds() throws(LearnerStoreError) {
        let names = [id, learner, skill, template, specification, expected, model]
        let hasRoom = names.allSatisfy { $0.utf8.count <= 4096 } && text.utf8.count <= 65_536
        let texts = names + [text, input, explanation ?? "", reason ?? "", misconception ?? ""]
        guard !id.isEmpty, id.utf8.count <= 128, hasRoom,
            texts.allSatisfy({ !$0.utf8.contains(0) })
        else { throw .invalid("a text of the attempt is empty, too long or has a zero byte") }
        guard Timestamp.range.contains(time), abs(utcOffset) <= 1440 else {
            throw .invalid("the time of the attempt is out of range")
        }
        guard (0...100).contains(level), (0...1_000_000).contains(hints),
            (0...1_000_000).contains(tryNumber), (0...Int(Int32.max) * 1000).contains(milliseconds)
        else { throw .invalid("a number of the attempt is out of range") }
    }

    private static func keepable(_ text: String) -> String {
        let bounded =
            text.utf8.count <= longestInput ? text : String(text.prefix(longestInput / 4))
        guard bounded.utf8.count <= longestInput * 4 else {
            return String(decoding: bounded.utf8.prefix(longestInput), as: UTF8.self)
        }
        guard bounded.utf8.contains(0) else { return bounded }
        return String(decoding: bounded.utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
    }
}
