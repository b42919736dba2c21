/// Turns the LaTeX that school answers are written in into plain notation.
public enum LatexNotation {
    private static let symbols: [String: String] = [
        "pi": " pi ", "cdot": "*", "times": "*", "div": "÷", "le": "≤", "leq": "≤",
        "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠", "neq": "≠",
        "lt": "<", "gt": ">", "pm": "±", "infty": "∞", "circ": "°", "degree": "°", "left": "",
        "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "displaystyle": "",
        "textstyle": "", "quad": " ", "qquad": " ", "ldots": "...", "dots": "...",
        "cdots": "...", "cup": "∪", "in": "∈", "approx": "≈", "sqrt": "sqrt", "colon": ":",
        "dollar": "$", "percent": "%", "Omega": "Ω", "mu": "μ", "emptyset": "{}",
    ]
    private static let wrappers: Set<String> = [
        "text", "textbf", "textrm", "textit", "mathrm", "mathbf", "mathit", "boxed", "fbox",
        "mbox", "operatorname", "ensuremath", "rm", "bf", "textnormal", "textsf", "texttt",
        "mathsf",
        "mathtt", "emph", "underline", "hbox",
    ]

    /// Whether a text has a command, or dollar signs around mathematics.
    public static func isNeeded(for source: String) -> Bool {
        if source.contains("{,}") || source.contains("^{") { return true }
        var dollars = 0
        for byte in source.utf8 {
            if byte == UInt8(ascii: "\\") { return true }
            if byte == UInt8(ascii: "$") { dollars += 1 }
        }
        return dollars >= 2 && dollars % 2 == 0
    }

    /// Returns `source` without its LaTeX commands; what is not known stays as it is.
    public static func plain(_ source: String) -> String {
        var reader = Reader(rest: Array(source))
        let text = reader.text(until: nil, depth: 0)
        // Degrees are written as a raised ring.
        return text.replacing("^(°)", with: "°").replacing("^°", with: "°")
    }

    private struct Reader {
        let rest: [Character]
        var position = 0

        init(rest: [Character]) {
            self.rest = rest
            let bare = rest.indices.filter {
                rest[$0] == "$" && ($0 == 0 || rest[$0 - 1] != "\\")
            }
            isMathematicsDelimiter = bare.count >= 2 && bare.count % 2 == 0
        }

        mutating func text(until end: Character?, depth: Int) -> String {
            var result = ""
            while position < rest.count {
                let character = rest[position]
                position += 1
                if character == end { return result }
                switch character {
                case "\\": result += command(after: result, depth: depth)
                case "$" where isMathematicsDelimiter: result += " "
                case "{"
                where position + 1 < rest.count && rest[position] == ","
                    && rest[position + 1] == "}":
                    // "14{,}916" keeps its comma from spreading.
                    result += ","
                    position += 2
                case "{" where end != nil || result.last == "^" || result.last == "_":
                    result += depth < 24 ? "(" + text(until: "}", depth: depth + 1) + ")" : "{"
                default: result.append(character)
                }
            }
            return result
        }

        /// An even number of bare dollar signs opens and closes mathematics.
        private let isMathematicsDelimiter: Bool

        private mutating func command(after before: String, depth: Int) -> String {
            guard position < rest.count else { return "\\" }
            guard rest[position].isLetter else { return escaped() }
            var name = ""
            while position < rest.count, rest[position].isLetter {
                name.append(rest[position])
                position += 1
            }
            guard depth < 24 else { return name }
            if ["frac", "dfrac", "tfrac", "cfrac"].contains(name) {
                return fraction(after: before, depth)
            }
            if name == "sqrt" { return root(depth) }
            if name == "overline" || name == "bar" { return "[" + argument(depth) + "]" }
            if LatexNotation.wrappers.contains(name) {
                return " " + argument(depth) + " "
            }
            return LatexNotation.symbols[name] ?? "\\" + name
        }

        private mutating func escaped() -> String {
            let character = rest[position]
            position += 1
            switch character {
            case "%", "$", "&", "#", "{", "}": return String(character)
            case ",", ";", ":", "!", " ", "\\": return character == "!" ? "" : " "
            case "(", ")", "[", "]": return ""
            default: return "\\" + String(character)
            }
        }

        private mutating func argument(_ depth: Int) -> String {
            while position < rest.count, rest[position] == " " { position += 1 }
            guard position < rest.count else { return "" }
            let character = rest[position]
            position += 1
            if character == "{" { return text(until: "}", depth: depth + 1) }
            if character == "\\" { return command(after: "", depth: depth + 1) }
            return String(character)
        }

        private mutating func fraction(after before: String, _ depth: Int) -> String {
            let top = argument(depth)
            let bottom = argument(depth)
            let isPlain =
                !top.isEmpty && !bottom.isEmpty && top.allSatisfy { $0.isASCII && $0.isNumber }
                && bottom.allSatisfy { $0.isASCII && $0.isNumber }
            if isPlain {
                let followsDigit = before.last.map { $0.isNumber } ?? false
                return (followsDigit ? " " : "") + top + "/" + bottom
            }
            return "((" + top + ")/(" + bottom + "))"
        }

        private mutating func root(_ depth: Int) -> String {
            var degree = ""
            if position < rest.count, rest[position] == "[" {
                position += 1
                degree = text(until: "]", depth: depth + 1)
            }
            let radicand = argument(depth)
            return degree == "3" ? "cbrt(\(radicand))" : "sqrt(\(radicand))"
        }
    }
}
