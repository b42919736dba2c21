import LearnerModel
import Mathematics

/// An answer as a statement of the Experience API 1.0.3.
enum XAPIStatement {
    private static let verbs = "http://adlnet.gov/expapi/verbs/"

    static func text(of attempt: Attempt) -> String {
        var statement = JSONText()
        statement.add("id", identifier(of: attempt))
        statement.add("timestamp", Timestamp(attempt.time).iso8601)
        statement.add("actor", raw: actor(attempt))
        statement.add("verb", raw: verb(attempt))
        statement.add("object", raw: object(attempt))
        statement.add("result", raw: result(attempt))
        statement.add("context", raw: context(attempt))
        return statement.object
    }

    /// The attempt's own identifier where it is a UUID, else one made of it.
    static func identifier(of attempt: Attempt) -> String {
        isUUID(attempt.id) ? attempt.id.lowercased() : madeUUID(from: attempt.id)
    }

    private static func actor(_ attempt: Attempt) -> String {
        var account = JSONText()
        // The form of an address is asked for; a name that is reserved leads nowhere.
        account.add("homePage", "https://mathtutor.example/learners")
        account.add("name", attempt.learner)
        var actor = JSONText()
        actor.add("objectType", "Agent")
        actor.add("account", raw: account.object)
        return actor.object
    }

    private static func verb(_ attempt: Attempt) -> String {
        let name = attempt.outcome == .answered ? "answered" : "attempted"
        var verb = JSONText()
        verb.add("id", verbs + name)
        verb.add("display", raw: map("en-US", name))
        return verb.object
    }

    private static func object(_ attempt: Attempt) -> String {
        let language = attempt.language == .korean ? "ko-KR" : "en-US"
        let isNumber = attempt.expected.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
        }
        let pattern = isNumber ? "\(attempt.expected)[:]\(attempt.expected)" : attempt.expected
        var definition = JSONText()
        definition.add("type", "http://adlnet.gov/expapi/activities/cmi.interaction")
        definition.add("description", raw: map(language, attempt.text))
        definition.add("interactionType", isNumber ? "numeric" : "fill-in")
        definition.add("correctResponsesPattern", raw: "[\(JSONText.quoted(pattern))]")
        var object = JSONText()
        object.add("objectType", "Activity")
        let problem = "\(encoded(attempt.template)):\(attempt.level):\(attempt.seed)"
        object.add("id", "urn:mathtutor:problem:" + problem)
        object.add("definition", raw: definition.object)
        return object.object
    }

    private static func result(_ attempt: Attempt) -> String {
        var result = JSONText()
        if attempt.outcome == .answered {
            if attempt.counted {
                let isRight = attempt.verdict == .correct
                result.add("score", raw: isRight ? "{\"scaled\":1}" : "{\"scaled\":0}")
                result.add("success", isRight)
            }
            result.add("response", attempt.input)
        }
        let hundredths = attempt.milliseconds / 10 % 100
        let fraction = (hundredths < 10 ? "0" : "") + String(hundredths)
        result.add("duration", "PT\(attempt.milliseconds / 1000).\(fraction)S")
        return result.object
    }

    private static func context(_ attempt: Attempt) -> String {
        var parent = JSONText()
        parent.add("objectType", "Activity")
        parent.add("id", "urn:mathtutor:skill:" + encoded(attempt.skill))
        var extensions = JSONText()
        extensions.add("urn:mathtutor:level", attempt.level)
        extensions.add("urn:mathtutor:hints", attempt.hints)
        extensions.add("urn:mathtutor:try", attempt.tryNumber)
        extensions.add("urn:mathtutor:verdict", attempt.verdict.rawValue)
        extensions.add("urn:mathtutor:misconception", attempt.misconception)
        var context = JSONText()
        context.add("platform", "MathTutor")
        context.add("language", attempt.language == .korean ? "ko-KR" : "en-US")
        context.add("contextActivities", raw: "{\"parent\":[\(parent.object)]}")
        context.add("extensions", raw: extensions.object)
        return context.object
    }

    private static func map(_ language: String, _ text: String) -> String {
        var map = JSONText()
        map.add(language, text)
        return map.object
    }

    /// Percent-encodes what may not stand in a name of a URN.
    private static func encoded(_ name: String) -> String {
        name.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = character.isASCII && (character.isLetter || character.isNumber)
            if isPlain || "._-".contains(character) { return String(character) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// Whether a text is a UUID of the one variant that the specification allows.
    private static func isUUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && "89abAB".contains(groups[3].first ?? "0")
            && groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// The same identifier always gives the same UUID (version 8, of our own making).
    private static func madeUUID(from text: String) -> String {
        let hex = ["a", "b"].map { salt in
            var sum = RowChecksum()
            sum.add(salt)
            sum.add(text)
            let digits = String(sum.value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        var digits = Array(hex)
        digits[12] = "8"
        digits[16] = "a"
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return [part(0..<8), part(8..<12), part(12..<16), part(16..<20), part(20..<32)]
            .joined(separator: "-")
    }
}
