extension AnswerText {
    private static let marks: [[Unicode.Scalar]] = [
        ["*", "*"], ["_", "_"], ["*"], ["_"], ["'"], ["`"], ["\""],
    ]

    /// The text without what stands around an answer and says nothing: `**12**`, `'12'`, `12?`.
    var withoutDecoration: AnswerText {
        var text = self
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
