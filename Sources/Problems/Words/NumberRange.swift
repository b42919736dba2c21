/// The numbers that a given may take: ranges with a step, and single values.
struct NumberRange: Sendable, Hashable {
    /// From `low` to `high` in steps.
    struct Part: Sendable, Hashable {
        let low: ExactNumber
        let step: ExactNumber
        let count: Int
    }

    let parts: [Part]
    let count: Int

    init(parts: [Part]) {
        self.parts = parts
        count = parts.reduce(0) { $0 + $1.count }
    }

    /// Reads `3..79`, `5..95 step 5`, `0.5..2 step 0.5`, `2, 5, 10` or a mixture; nil if it is none.
    init?(_ text: String) {
        var parts: [Part] = []
        for piece in text.split(separator: ",") {
            guard let part = Part(piece.trimmingSpaces()) else { return nil }
            parts.append(part)
        }
        guard !parts.isEmpty else { return nil }
        self.init(parts: parts)
    }

    /// The number at a place, counted from zero over all parts.
    func number(at place: Int) throws(FormulaError) -> ExactNumber {
        var rest = place
        for part in parts {
            if rest < part.count {
                return try part.low.adding(part.step.multiplied(by: ExactNumber(rest)))
            }
            rest -= part.count
        }
        preconditionFailure("place \(place) of \(count)")
    }

    var smallest: ExactNumber { parts[0].low }
}

extension NumberRange.Part {
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 1 || (words.count == 3 && words[1] == "step") else { return nil }
        let ends = words[0].split(separator: ".", omittingEmptySubsequences: false)
        guard let gap = String(words[0]).firstRange(of: "..") else {
            guard ends.count <= 2, words.count == 1, let value = NumberText.number(text)
            else { return nil }
            self.init(low: value, step: .one, count: 1)
            return
        }
        let range = String(words[0])
        guard let low = NumberText.number(String(range[..<gap.lowerBound])),
            let high = NumberText.number(String(range[gap.upperBound...])),
            let step = words.count == 3 ? NumberText.number(String(words[2])) : .one,
            let count = Self.count(low, high, step)
        else { return nil }
        self.init(low: low, step: step, count: count)
    }

    private static func count(
        _ low: ExactNumber, _ high: ExactNumber, _ step: ExactNumber
    ) -> Int? {
        do {
            let steps = try high.adding(low.negated).divided(by: step).floor
            return steps >= 0 && steps < 1_000_000 && !step.isNegative ? steps + 1 : nil
        } catch {
            return nil
        }
    }
}

extension StringProtocol {
    func trimmingSpaces() -> String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
