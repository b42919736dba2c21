internal import Mathematics

/// Mistakes of grammar and mark-up that can be seen in a finished text.
enum TextLint {
    static func defects(in text: String, language: Language) -> [InstanceCheck.Defect] {
        var defects = markup(text)
        if language == .english { defects += english(text) }
        return defects
    }

    /// Pairs of neighbouring bytes that only a slip in a template leaves behind.
    private static func isSlip(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (Character(Unicode.Scalar(first)), Character(Unicode.Scalar(second))) {
        case ("{", _), ("}", _), ("|", _), (_, "{"), (_, "}"), (_, "|"): true
        case (" ", " "), (" ", "."), (" ", ","), (" ", "?"), (".", "."), (",", ","), ("?", "."),
            (".", "?"), ("?", "?"):
            true
        default: false
        }
    }

    private static let unresolved = ["(이)", "(으)", "(는)", "(은)", "(가)", "(를)", "(을)", "(과)", "(와)"]

    private static func markup(_ text: String) -> [InstanceCheck.Defect] {
        var defects: [InstanceCheck.Defect] = []
        let bytes = Array(text.utf8)
        var leftovers: [String] = []
        var hasBracket = false
        for place in bytes.indices.dropFirst() {
            let (first, second) = (bytes[place - 1], bytes[place])
            hasBracket = hasBracket || first == UInt8(ascii: "(")
            if first < 0x80, second < 0x80, isSlip(first, second) {
                leftovers.append(String(decoding: [first, second], as: UTF8.self))
            }
        }
        if hasBracket { leftovers += unresolved.filter { text.contains($0) } }
        for leftover in leftovers {
            defects.append(
                InstanceCheck.Defect(
                    message: "“\(leftover)” is left in a text.",
                    fix: "Look for an empty alternative or a mistyped slot."))
        }
        if text.isEmpty || text.first == " " || text.last == " " {
            defects.append(
                InstanceCheck.Defect(
                    message: "A text is empty or begins or ends with a space.",
                    fix: "Take the space out of the alternative."))
        }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            defects.append(
                InstanceCheck.Defect(
                    message: "A text has a control character.", fix: "Write it on one line."))
        }
        return defects
    }

    private static func english(_ text: String) -> [InstanceCheck.Defect] {
        var defects: [InstanceCheck.Defect] = []
        let words = text.split(separator: " ").map(String.init)
        for (word, next) in zip(words, words.dropFirst()) {
            let plain = next.filter { $0.isLetter || $0.isNumber }
            if let fix = articleFix(word, before: plain) {
                defects.append(
                    InstanceCheck.Defect(
                        message: "“\(word) \(next)” has the wrong article.", fix: fix))
            }
            if word.lowercased() == next.lowercased(), word.first?.isLetter == true {
                defects.append(
                    InstanceCheck.Defect(
                        message: "“\(word)” is there twice in a row.", fix: "Take one out."))
            }
            if word == "1", plural(plain) {
                defects.append(
                    InstanceCheck.Defect(
                        message: "“1 \(next)” does not agree.",
                        fix: "Write {n thing} or {n ? one : many} so that the noun agrees."))
            }
        }
        for phrase in ["times more", "times fewer", "times less"] where text.contains(phrase) {
            defects.append(
                InstanceCheck.Defect(
                    message: "“\(phrase)” is ambiguous.", fix: "Write “times as many as”."))
        }
        // A formula such as `x + 3 = ___` begins with its unknown.
        if text.first?.isLowercase == true, text.dropFirst().first?.isLetter == true {
            defects.append(
                InstanceCheck.Defect(
                    message: "A sentence begins with a small letter.", fix: "Begin with a word."))
        }
        return defects
    }

    private static func plural(_ word: String) -> Bool {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
    }

    private static func articleFix(_ word: String, before next: String) -> String? {
        guard ["a", "an"].contains(word.lowercased()), let first = next.lowercased().first,
            first.isLetter || first.isNumber
        else { return nil }
        let right = EnglishSpelling.article(before: next)
        return word.lowercased() == right
            ? nil : "Write {thing.a}, or a(n) before a slot, so that the article agrees."
    }
}
