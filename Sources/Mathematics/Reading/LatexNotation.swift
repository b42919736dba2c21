/// Turns the LaTeX that school answers are written in into plain notation.
enum LatexNotation {
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
        "mbox", "operatorname", "ensuremath", "rm", "bf",
    ]

    /// Returns `source` without its LaTeX commands; what is not known stays as it is.
    static func plain(_ source: String) -> String {
        var reader = Reader(rest: Array(source))
        return reader.text(until: nil, depth: 0)
    }

    private struct Reader {
        let rest: [Character]
        var position = 0

        init(rest: [Character]) { self.rest = rest }

        mutating func text(until end: Character?, depth: Int) -> String {
            var result = ""
            while position < rest.count {
                let character = rest[position]
                position += 1
                if character == end { return result }
                switch character {
                case "\\": result += command(after: result, depth: depth)
                case "$" where end == nil && isMathematicsDelimiter: continue
                case "{" where end != nil || result.last == "^" || result.last == "_":
                    result += depth < 24 ? "(" + text(until: "}", depth: depth + 1) + ")" : "{"
                default: result.append(character)
                }
            }
            return result
        }

        /// A dollar sign at either end of a text with commands opens or closes mathematics.
        private var isMathematicsDelimiter: Bool {
            rest.first == "$" && rest.last == "$" && rest.count > 1
        }

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
