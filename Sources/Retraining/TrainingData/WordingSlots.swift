/// The words and numbers of one text: what stands for `{A}`, `{X}`, `{a}` and the others.
struct WordingSlots {
    private var values: [String: String] = [:]

    init(
        language: String, condition: WordingGrammar.Condition?,
        using generator: inout some RandomNumberGenerator
    ) {
        if language == "ko" {
            fillKorean(using: &generator)
        } else {
            fillEnglish(using: &generator)
        }
        fillNumbers(condition, using: &generator)
    }

    /// Returns the text with every `{slot}` filled; `{slot:는}` takes the fitting particle.
    func filled(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            result += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: ":")
            let value = values[String(parts[0])] ?? ""
            result += value
            if parts.count > 1 { result += Self.particle(String(parts[1]), after: value) }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private mutating func fillEnglish(using generator: inout some RandomNumberGenerator) {
        let people = WordingWords.englishPeople.shuffled(using: &generator)
        for (slot, person) in zip(["A", "B", "C"], people) { values[slot] = person.name }
        let isShe = people[0].isShe
        values["he"] = isShe ? "she" : "he"
        values["He"] = isShe ? "She" : "He"
        values["him"] = isShe ? "her" : "him"
        values["his"] = isShe ? "her" : "his"
        let things = WordingWords.englishThings.shuffled(using: &generator)
        for (slot, thing) in zip(["X", "Y", "Z"], things) { values[slot] = thing.many }
        values["x"] = things[0].one
        draw("place", from: WordingWords.englishPlaces, using: &generator)
        let box = WordingWords.englishContainers.randomElement(using: &generator)
        values["box"] = box?.one
        values["boxes"] = box?.many
        let length = WordingWords.englishLengths.randomElement(using: &generator)
        values["length"] = length?.many
        values["length1"] = length?.one
        let colours = WordingWords.englishColours.shuffled(using: &generator)
        values["adj1"] = colours[0]
        values["adj2"] = colours[1]
    }

    private mutating func fillKorean(using generator: inout some RandomNumberGenerator) {
        let people = WordingWords.koreanPeople.shuffled(using: &generator)
        for (slot, name) in zip(["A", "B", "C"], people) { values[slot] = name }
        let thing = WordingWords.koreanThings.randomElement(using: &generator)
        values["X"] = thing?.one
        values["k"] = thing?.many
        let alike = WordingWords.koreanThings.filter {
            $0.many == thing?.many && $0.one != thing?.one
        }
        values["Y"] = alike.randomElement(using: &generator)?.one ?? "사탕"
        draw("P", from: WordingWords.koreanPlaces, using: &generator)
        draw("m", from: ["m", "cm", "km"], using: &generator)
    }

    private mutating func draw(
        _ slot: String, from words: [String], using generator: inout some RandomNumberGenerator
    ) {
        values[slot] = words.randomElement(using: &generator)
    }

    private mutating func fillNumbers(
        _ condition: WordingGrammar.Condition?, using generator: inout some RandomNumberGenerator
    ) {
        let range =
            [2...20, 2...99, 2...99, 100...999].randomElement(using: &generator) ?? 2...99
        var numbers = (0..<5).map { _ in Int.random(in: range, using: &generator) }
        switch condition {
        case .firstLarger where numbers[0] <= numbers[1]:
            numbers.swapAt(0, 1)
            if numbers[0] == numbers[1] { numbers[0] += 3 }
        case .firstMultiple:
            numbers[1] = Int.random(in: 2...(range.lowerBound > 99 ? 40 : 12), using: &generator)
            numbers[0] = numbers[1] * Int.random(in: 2...20, using: &generator)
        case .firstLarger, nil: break
        }
        for (slot, number) in zip(["a", "b", "c", "d", "e"], numbers) {
            values[slot] = "\(number)"
        }
        let bottom = Int.random(in: 3...9, using: &generator)
        values["f"] = "\(Int.random(in: 1..<bottom, using: &generator))/\(bottom)"
        for slot in ["g", "h"] {
            let whole = Int.random(in: 0...9, using: &generator)
            values[slot] = "\(whole).\(Int.random(in: 1...99, using: &generator))"
        }
    }

    private static let particles: [String: (closed: String, open: String)] = [
        "는": ("은", "는"), "가": ("이", "가"), "를": ("을", "를"), "와": ("과", "와"),
        "로": ("으로", "로"),
    ]

    /// The form of a particle that fits the last sound of the word.
    private static func particle(_ name: String, after word: String) -> String {
        guard let forms = particles[name], let last = word.unicodeScalars.last else { return name }
        let isClosed: Bool
        if (0xac00...0xd7a3).contains(last.value) {
            isClosed = (last.value - 0xac00) % 28 > 0
        } else {
            isClosed = "013678mlMLg".unicodeScalars.contains(last) && word != "m" && word != "cm"
        }
        return isClosed ? forms.closed : forms.open
    }
}
