extension AnswerText {
    private static let marks: [[Unicode.Scalar]] = [
        ["*", "*"], ["_", "_"], ["*"], ["_"], ["'"], ["`"], ["\""],
    ]

    /// The text without what stands around an answer and says nothing: `**12**`, `'12'`, `12?`.
    var withoutDecoration: AnswerText {
        var text = withoutMood
        while text.scalars.last == "?", text.scalars.count > 1 {
            text = text[0..<text.scalars.count - 1]
        }
        for mark in Self.marks {
            let size = mark.count
            guard text.scalars.count > 2 * size, text.scalars.starts(with: mark),
                text.scalars.suffix(size).elementsEqual(mark),
                !text.scalars.dropFirst(size).dropLast(size).contains(mark[0])
            else { continue }
            text = text[size..<text.scalars.count - size]
        }
        return text
    }

    private static let smiles: [[Unicode.Scalar]] = [":)", ":-)", ":D", "^^", "^_^", ";)"].map {
        Array($0.unicodeScalars)
    }
    /// Pictures that deny or doubt what stands beside them.
    private static let denyingPictures: Set<Unicode.Scalar> = [
        "❌", "❎", "🚫", "👎", "🙅", "⛔", "🤷", "🤔", "❓", "❔", "☒", "✘", "✗", "☓",
    ]

    /// The text without the pictures, smiles and laughing letters that follow an answer.
    private var withoutMood: AnswerText {
        var text = self
        var end = scalars.count
        while end > 1 {
            let body = scalars[..<end]
            if let smile = Self.smiles.first(where: {
                body.count > $0.count && body.suffix($0.count).elementsEqual($0)
            }) {
                end -= smile.count
            } else if let last = body.last, Self.isMood(last) {
                end -= 1
            } else {
                break
            }
            while end > 1, scalars[end - 1] == " " { end -= 1 }
        }
        if end < scalars.count, end > 0 { text = text[0..<end] }
        return text
    }

    private static func isMood(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Korean letters that stand for laughing, weeping and a nod.
        case 0x314B, 0x314E, 0x3160, 0x315C, 0x3147: true
        case 0x1F300...0x1FAFF, 0x2600...0x27BF, 0x2B50:
            !denyingPictures.contains(scalar)
        default: false
        }
    }

    /// The text where the "이" of `삼십이요` and `백이다` says "is", or nil where there is none.
    var withoutCopula: AnswerText? {
        var end = scalars.count
        while end > 0, ".! ".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        guard end >= 3, "다요야죠고지".unicodeScalars.contains(scalars[end - 1]),
            scalars[end - 2] == "이", "십백천만억".unicodeScalars.contains(scalars[end - 3])
        else { return nil }
        return removing(at: end - 2)
    }

    /// Whether it says that there is none of what is counted: `none`, `no apples`, `없어요`.
    func saysNothing(of noun: String) -> Bool {
        guard scalars.count <= 40 else { return false }
        let text = string.lowercased()
        let words = [
            "none", "nothing", "zero", "no " + noun.lowercased(), "none left", "nothing left",
            "없음", "없다", "없어요", "없습니다", "하나도 없어요", "하나도 없습니다", "한 \(noun)도 없어요",
        ]
        return words.contains(text.last == "." ? String(text.dropLast()) : text)
    }

    /// The text without the brackets around the whole of it, or nil where there are none.
    var withoutBrackets: AnswerText? {
        let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [("(", ")"), ("[", "]"), ("{", "}")]
        for (open, close) in pairs
        where scalars.count > 2 && scalars.first == open && scalars.last == close {
            let inner = self[1..<scalars.count - 1]
            let brackets = "()[]{}".unicodeScalars
            return inner.scalars.contains(where: brackets.contains) ? nil : inner
        }
        return nil
    }
}
