internal import Mathematics

/// What the exact engine knows about the numbers of a text, as tags.
///
/// The tags inform the operation only: a kind of problem stays the same when its numbers change.
struct NumberRelations {
    /// The numbers in the order of the text.
    let numbers: [Rational]
    /// How many of them stand in the sentence that asks.
    let inQuestion: Int

    /// The tags, in a fixed order.
    var tags: [String] {
        var tags = ["count:\(min(numbers.count, 4))", "asked:\(min(inQuestion, 2))"]
        guard numbers.count > 1, let largest = numbers.max(), let smallest = numbers.min() else {
            return tags
        }
        tags.append(order)
        tags.append("largest:\(place(of: largest))")
        tags.append(wholeQuotient ? "quotient:whole" : "quotient:no")
        if numbers.count > 2 { tags.append(wholeQuotientOfAny ? "pair:whole" : "pair:no") }
        if numbers.contains(where: { !$0.isInteger }) { tags.append("parts") }
        if smallest > 0 { tags.append(spread(largest / smallest)) }
        return tags
    }

    private var order: String {
        if numbers[0] == numbers[1] { return "order:same" }
        return numbers[0] < numbers[1] ? "order:up" : "order:down"
    }

    private func place(of largest: Rational) -> String {
        if numbers.first == largest { return "first" }
        return numbers.last == largest ? "last" : "middle"
    }

    /// Whether the larger of the first two is a whole multiple, above one, of the smaller.
    private var wholeQuotient: Bool { isWholeQuotient(numbers[0], numbers[1]) }

    private var wholeQuotientOfAny: Bool {
        numbers.indices.contains { first in
            numbers[(first + 1)...].contains { isWholeQuotient(numbers[first], $0) }
        }
    }

    private func isWholeQuotient(_ one: Rational, _ two: Rational) -> Bool {
        let (small, large) = one < two ? (one, two) : (two, one)
        guard small > 1 else { return false }
        let quotient = large / small
        return quotient.isInteger && quotient > 1
    }

    private func spread(_ ratio: Rational) -> String {
        if ratio < 2 { return "spread:near" }
        return ratio < 10 ? "spread:some" : "spread:far"
    }
}
