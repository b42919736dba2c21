internal import Mathematics

/// A thing that problems count, with its forms in both languages and what is plausible for it.
struct Noun: Sendable, Hashable {
    let id: String
    let singular: String
    let plural: String
    let article: String
    let korean: String
    /// The Korean counter, such as `개` or `마리`.
    let counter: String
    /// The English preposition of place, `in` or `on`.
    let preposition: String
    /// The largest number of it that a story may speak of.
    let most: Int
    /// The plausible prices of one, in dollars; a thousand won count as a dollar.
    let price: NumberRange?

    /// A form of a noun that a text asks for.
    enum Form: String, Hashable, Sendable, CaseIterable {
        case bare = ""
        case plural = "s"
        case article = "a"
        case counter
        case preposition = "in"
    }

    /// The noun in a form; languages without the form give the bare noun.
    func text(_ form: Form, in language: Language) -> String {
        switch (language, form) {
        case (.english, .bare), (.english, .counter): singular
        case (.english, .plural): plural
        case (.english, .article): "\(article) \(singular)"
        case (.english, .preposition): preposition
        case (.korean, .counter): counter
        case (.korean, _): korean
        }
    }

    /// The English form that agrees with a number.
    func agreeing(with number: ExactNumber) -> String {
        number == .one ? singular : plural
    }
}

/// A person of a story.
struct Person: Sendable, Hashable {
    let english: String
    /// The Korean name as particles follow it: `민준이`, `서아`, `루카스`.
    let korean: String
    let isFemale: Bool

    /// A form of a person that a text asks for.
    enum Form: String, Hashable, Sendable, CaseIterable {
        case name = ""
        case possessive = "'s"
        case he, him, his, himself
    }

    /// The person in a form; Korean has only the name.
    func text(_ form: Form, in language: Language) -> String {
        guard language == .english else { return korean }
        switch form {
        case .name: return english
        case .possessive: return english + "’s"
        case .he: return isFemale ? "she" : "he"
        case .him: return isFemale ? "her" : "him"
        case .his: return isFemale ? "her" : "his"
        case .himself: return isFemale ? "herself" : "himself"
        }
    }

    /// The sounds or letters that no other person of the same problem may begin with.
    var initials: [Character] {
        [english.first, korean.first].compactMap(\.self)
    }
}

/// Regular English spelling, used where a word file gives no form of its own.
enum EnglishSpelling {
    static func plural(of noun: String) -> String {
        let sibilants = ["s", "x", "z", "ch", "sh"]
        if sibilants.contains(where: noun.hasSuffix) { return noun + "es" }
        guard noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before)
        else { return noun + "s" }
        return noun.dropLast() + "ies"
    }

    /// Words whose first sound is not what their first letter says.
    private static let irregular: [(prefix: String, article: String)] = [
        ("hour", "an"), ("honest", "an"), ("uni", "a"), ("use", "a"), ("one", "a"), ("euro", "a"),
        ("8", "an"), ("11", "an"), ("18", "an"),
    ]

    static func article(before word: String) -> String {
        let word = word.lowercased()
        if let known = irregular.first(where: { word.hasPrefix($0.prefix) }) {
            return known.article
        }
        guard let first = word.first else { return "a" }
        return "aeiou".contains(first) ? "an" : "a"
    }
}
