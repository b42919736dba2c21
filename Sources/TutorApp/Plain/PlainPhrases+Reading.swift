import ProblemEncoding

extension PlainPhrases {
    /// How the model reads a text, likeliest kind first.
    func reading(_ prediction: Prediction, name: (String) -> String) -> [String] {
        let ranked = prediction.top.prefix(3).map {
            "\(name($0.skill)), \(Int(($0.probability * 100).rounded())) %"
        }
        guard let first = ranked.first else { return [] }
        let isSure = !prediction.abstained
        var lines = [
            isSure
                ? pick("Kind: \(first).", "유형: \(first).")
                : pick("Kind: not sure. Perhaps \(first).", "유형: 잘 모르겠어요. 어쩌면 \(first).")
        ]
        let others = ranked.dropFirst().joined(separator: "; ")
        if !others.isEmpty { lines.append(pick("Or: \(others).", "아니면: \(others).")) }
        let numbers = prediction.numbers.joined(separator: ", ")
        if !numbers.isEmpty {
            lines.append(pick("Numbers found: \(numbers).", "찾은 수: \(numbers)."))
        }
        return lines
    }
}
