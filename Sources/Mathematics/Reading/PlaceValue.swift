/// Numbers told by their places: `4 tens 5 ones`, `15 hundreds`, `2 million 300 thousand`.
extension Scanner {
    private static let places: [String: Rational] = [
        "one": 1, "ones": 1, "ten": 10, "tens": 10, "hundred": 100, "hundreds": 100,
        "thousand": 1000, "thousands": 1000, "million": 1_000_000, "millions": 1_000_000,
        "billion": 1_000_000_000, "billions": 1_000_000_000, "tenth": Rational(1, 10),
        "tenths": Rational(1, 10), "hundredth": Rational(1, 100), "hundredths": Rational(1, 100),
        "thousandth": Rational(1, 1000), "thousandths": Rational(1, 1000),
    ]
    /// Words that make a number of their own, without a further place after them.
    private static let plurals: Set<String> = [
        "ones", "tens", "hundreds", "thousands", "millions", "billions",
    ]

    /// Reads on after the whole number `first`, with falling places.
    mutating func placeValue(
        _ first: Rational, _ locale: NumberLocale
    ) throws(ReadingFault) -> Rational? {
        let start = position
        guard first.isInteger, var place = placeWord() else {
            position = start
            return nil
        }
        var isOwnNumber = Self.plurals.contains(place.word)
        var total = first * place.size
        while let part = try nextPlace(below: place.size, locale) {
            total = total + part.amount * part.size
            isOwnNumber = true
            guard let word = part.word else { break }
            place = (word, part.size)
        }
        if !isOwnNumber { position = start }
        return isOwnNumber ? total : nil
    }

    private mutating func placeWord() -> (word: String, size: Rational)? {
        let start = position
        skipSpaces()
        if let word = latinWord(), let size = Self.places[word.text] {
            position = word.end
            return (word.text, size)
        }
        position = start
        return nil
    }

    /// Reads a further number with its place, or the last one, which may have none.
    private mutating func nextPlace(
        below size: Rational, _ locale: NumberLocale
    ) throws(ReadingFault) -> (amount: Rational, size: Rational, word: String?)? {
        let start = position
        skipSpaces()
        if skip("," as Unicode.Scalar) { skipSpaces() }
        if skip(word: "and") { skipSpaces() }
        guard position > start, let literal = try numberLiteral(locale), !literal.hasPoint else {
            position = start
            return nil
        }
        if let place = placeWord() {
            if place.size < size { return (literal.value, place.size, place.word) }
        } else if size >= 100, literal.value < size, next != "/", next != ":" {
            return (literal.value, 1, nil)
        }
        position = start
        return nil
    }
}
