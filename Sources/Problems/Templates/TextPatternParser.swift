internal import Mathematics

/// The names that the slots of a template may use.
struct TemplateNames: Sendable {
    var variables: [String: Int] = [:]
    var people: [String: Int] = [:]
    var things: [String: Int] = [:]
    /// Each choice with the forms that it has in each language.
    var choices: [String: (index: Int, forms: [Language: Set<String>])] = [:]
    var nouns: [String: Noun] = [:]
}

/// Reads texts with slots, alternatives and Korean particles.
///
/// Examples are `{who} buys {a thing}{, too|}.` and `{who}은(는) {a thing}을(를) 사요.`
struct TextPatternParser {
    private let characters: [Character]
    private let names: TemplateNames
    private let language: Language
    private var position = 0

    static func pattern(
        _ text: String, names: TemplateNames, language: Language
    ) throws(FormulaSyntaxError) -> TextPattern {
        var parser = TextPatternParser(
            characters: Array(text), names: names, language: language)
        let pieces = try parser.pieces(until: [])
        guard parser.position == parser.characters.count else {
            throw parser.error("“}” without “{”")
        }
        return TextPattern(pieces: pieces)
    }

    private init(characters: [Character], names: TemplateNames, language: Language) {
        self.characters = characters
        self.names = names
        self.language = language
    }

    private func error(_ message: String, at offset: Int? = nil) -> FormulaSyntaxError {
        FormulaSyntaxError(message: message, offset: offset ?? position)
    }

    private mutating func pieces(
        until stops: Set<Character>
    ) throws(FormulaSyntaxError) -> [TextPattern.Piece] {
        var result: [TextPattern.Piece] = []
        var literal = ""
        func flushed() -> [TextPattern.Piece] { literal.isEmpty ? [] : [.literal(literal)] }
        while position < characters.count {
            let character = characters[position]
            if stops.contains(character) || character == "}" { break }
            if character == "{" {
                result += flushed()
                literal = ""
                result.append(try braces())
            } else if let (particle, length) = particle() {
                result += flushed() + [.particle(particle)]
                literal = ""
                position += length
            } else if startsArticle() {
                result += flushed() + [.article]
                literal = ""
                position += 4
            } else {
                literal.append(character)
                position += 1
            }
        }
        return result + flushed()
    }

    /// Whether `a(n)` stands here.
    private func startsArticle() -> Bool {
        language == .english && ["a", "A"].contains(characters[position])
            && characters[position...].dropFirst().starts(with: "(n)")
    }

    private func particle() -> (KoreanParticle, Int)? {
        guard language == .korean else { return nil }
        let candidates = KoreanParticle.notations[characters[position], default: []]
        return candidates.first { characters[position...].starts(with: $0.notation) }
            .map { ($0.particle, $0.notation.count) }
    }

    /// What stands between braces: alternatives where there is a `|`, else a slot.
    private mutating func braces() throws(FormulaSyntaxError) -> TextPattern.Piece {
        let start = position
        position += 1
        guard let (content, end, hasBar) = balancedContent() else {
            throw error("“{” is never closed", at: start)
        }
        guard hasBar else {
            position = end + 1
            return try slot(content, at: start + 1)
        }
        var lists: [[TextPattern.Piece]] = []
        repeat {
            lists.append(try pieces(until: ["|"]))
            position += 1
        } while position <= end
        return .alternatives(lists)
    }

    private func balancedContent() -> (content: String, end: Int, hasBar: Bool)? {
        var (depth, end, hasBar) = (1, position, false)
        while end < characters.count {
            if characters[end] == "{" { depth += 1 }
            if characters[end] == "}" { depth -= 1 }
            if characters[end] == "|", depth == 1 { hasBar = true }
            if depth == 0 { return (String(characters[position..<end]), end, hasBar) }
            end += 1
        }
        return nil
    }

    private func slot(
        _ content: String, at offset: Int
    ) throws(FormulaSyntaxError) -> TextPattern.Piece {
        let text = content.trimmingSpaces()
        if let piece = try agreement(text, at: offset) { return piece }
        if let piece = try word(text, at: offset) { return piece }
        if let space = text.lastIndex(of: " ") {
            let last = String(text[text.index(after: space)...])
            let style = last.isEmpty ? nil : TextPattern.NumberStyle(rawValue: last)
            if names.variables[last] == nil, style != nil || noun(last) != nil {
                let value = try formula(String(text[..<space]), at: offset)
                if let noun = noun(last) { return .counted(value, noun) }
                return .number(value, style ?? .plain)
            }
        }
        return .number(try formula(text, at: offset), .plain)
    }

    private func formula(
        _ text: String, at offset: Int
    ) throws(FormulaSyntaxError) -> Formula {
        do {
            return try FormulaParser.formula(text, variables: names.variables)
        } catch {
            throw FormulaSyntaxError(
                message: error.message + " in “{\(text)}”", offset: offset + error.offset)
        }
    }

    private func noun(_ name: String) -> TextPattern.NounReference? {
        names.things[name].map { .drawn($0) } ?? names.nouns[name].map { .fixed($0) }
    }

    /// `{n ? is : are}`: the first where the number is one, else the second.
    private func agreement(
        _ text: String, at offset: Int
    ) throws(FormulaSyntaxError) -> TextPattern.Piece? {
        guard let mark = text.firstIndex(of: "?"), let colon = text[mark...].firstIndex(of: ":")
        else { return nil }
        func inner(_ part: Substring) throws(FormulaSyntaxError) -> [TextPattern.Piece] {
            try Self.pattern(part.trimmingSpaces(), names: names, language: language).pieces
        }
        return .agreement(
            try formula(text[..<mark].trimmingSpaces(), at: offset),
            one: try inner(text[text.index(after: mark)..<colon]),
            many: try inner(text[text.index(after: colon)...]))
    }

    /// A person, a thing or a choice, with a form after a point.
    private func word(
        _ text: String, at offset: Int
    ) throws(FormulaSyntaxError) -> TextPattern.Piece? {
        let name = String(text.prefix(while: isWordCharacter))
        let rest = text.dropFirst(name.count)
        guard names.variables[name] == nil else { return nil }
        let form = rest.hasPrefix(".") ? String(rest.dropFirst()) : String(rest)
        if let index = names.people[name] {
            guard let form = Person.Form(rawValue: form.replacing("’", with: "'")) else {
                throw error("a person has no form “\(form)”", at: offset)
            }
            return .person(index, form)
        }
        if let choice = names.choices[name] {
            guard choice.forms[language]?.contains(form) == true else {
                throw error("“\(name)” has no form “\(form)” in this language", at: offset)
            }
            return .choice(choice.index, form)
        }
        guard let noun = noun(name) else { return nil }
        if rest.hasPrefix("("), rest.hasSuffix(")") {
            return .agreeingNoun(
                noun, try formula(String(rest.dropFirst().dropLast()), at: offset))
        }
        guard let form = Noun.Form(rawValue: form) else {
            throw error("a thing has no form “\(form)”", at: offset)
        }
        return .noun(noun, form)
    }
}
