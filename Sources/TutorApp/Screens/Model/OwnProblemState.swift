import TerminalUI

/// A learner's own problem on its way from a text to practice.
struct OwnProblemState: Sendable {
    /// How far it is.
    enum Stage: Sendable {
        /// The text is typed and read at once.
        case typing
        /// The kind is chosen.
        case kinds
        /// The calculation is typed.
        case solving
        /// The same problem with other numbers is seen.
        case preview
        /// The problems that were kept are seen.
        case kept
    }

    var text = TextField(limit: 4000)
    /// Counts the edits and questions, so that late answers are dropped.
    var sequence = 0
    var reading: OwnReading?
    var stage = Stage.typing
    /// The selected kind.
    var row = ListSelection()
    /// What was said about the reading: its leaf, or nil.
    var labelled: String?
    /// How the problem is solved.
    var expression = TextField(limit: 200)
    /// Numbers that stay as they are.
    var pinned: Set<String> = []
    /// Which other numbers are seen.
    var seed: UInt64 = 1
    var variation: OwnVariation?
    /// Why it cannot be varied.
    var fault: OwnFault?
    /// The problems that are in practice; nil until they are read.
    var kept: [KeptProblem]?
    var keptRow = ListSelection()
    /// The identifier of the kept problem whose deletion waits for a yes.
    var deleting: String?

    var isTyping: Bool { stage == .typing || stage == .solving }

    /// What the preview is made of.
    var request: OwnRequest {
        OwnRequest(
            text: text.text, expression: expression.text, pinned: pinned.sorted(), seed: seed)
    }

    /// The calculation that the reading suggests for a kind; empty unless it is sure of one
    /// operation with just the two numbers of the text, for what is filled in is easily believed.
    func proposedExpression(for skill: String) -> String {
        guard let reading, !reading.isUnsure, reading.numbers.count == 2, let sign = reading.sign,
            Self.oneOperation.contains(where: skill.hasPrefix)
        else { return "" }
        return reading.numbers.joined(separator: " \(sign) ")
    }

    /// What begins the names of the kinds that one operation solves.
    private static let oneOperation = [
        "add_to.", "array.", "compare.", "count.product", "decimal.", "equal_groups.",
        "fraction.add_unlike", "fraction.divide", "fraction.of_quantity", "geo.rect_area",
        "mul_compare.", "put_together.", "speed.distance", "take_apart.", "take_from.",
    ]
}

/// What the model says about a text.
struct OwnReading: Sendable, Hashable {
    struct Ranked: Sendable, Hashable {
        let skill: String
        let probability: Double
    }

    struct Word: Sendable, Hashable {
        let text: String
        let weight: Double
    }

    let top: [Ranked]
    let words: [Word]
    let numbers: [String]
    let isUnsure: Bool
    let milliseconds: Double
    /// The sign of the root operation, where it is one of the four.
    var sign: String?
    /// A problem of the most probable kind.
    var similar = ""
}

/// A text, how it is solved, and which of its numbers stay.
struct OwnRequest: Sendable, Hashable {
    let text: String
    let expression: String
    let pinned: [String]
    let seed: UInt64
}

/// The same problem with other numbers.
struct OwnVariation: Sendable, Hashable {
    struct Example: Sendable, Hashable {
        let text: String
        let answer: String
    }

    /// The numbers of the text that could vary, pinned ones included.
    let numbers: [String]
    let examples: [Example]
    /// The numbers of the text that the calculation does not need.
    var unused: [String] = []
}

/// Why something cannot be done with a text, in both languages.
struct OwnFault: Sendable, Hashable {
    let english: String
    let korean: String
}

/// A problem of one's own that is in practice.
struct KeptProblem: Sendable, Hashable {
    let id: String
    let skill: String
    let text: String
}
