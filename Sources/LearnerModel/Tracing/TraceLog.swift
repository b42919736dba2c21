/// What is wrong with a practice log.
public enum TraceLogError: Error, Sendable, Hashable {
    /// A line has no four columns or its fourth is neither right nor wrong.
    case badLine(number: Int)
    /// The log holds more than can be worked on.
    case tooLong(most: Int)
}

/// One answer of a practice log, its strings replaced by numbers.
struct TracedAnswer {
    let learner: Int32
    /// The set of skills, as a number of the vocabulary.
    let skills: Int32
    /// The item, or -1 where none is given.
    let item: Int32
    let isRight: Bool
    /// Seconds that the answer took, or NaN where none are given.
    let seconds: Float
}

/// A practice log: tab-separated `learner skill item correct [seconds]`, in order.
public struct TraceLog: Sendable {
    let answers: [TracedAnswer]

    /// How many answers the log holds.
    public var count: Int { answers.count }

    /// Lines beyond this number are refused before they are worked on.
    public static let longest = 20_000_000

    /// Reads a log, numbering its skills and items by `vocabulary`, which grows.
    ///
    /// A first line whose fourth column is no answer is taken for a header.
    ///
    /// - Throws: `TraceLogError` for a line that cannot be read.
    public init(_ bytes: [UInt8], vocabulary: inout TraceVocabulary) throws(TraceLogError) {
        var answers: [TracedAnswer] = []
        answers.reserveCapacity(bytes.count / 24)
        var learners: [String: Int32] = [:]
        var number = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            number += 1
            let line = bytes[start..<(end > start && bytes[end - 1] == 13 ? end - 1 : end)]
            start = end + 1
            if line.isEmpty { continue }
            guard answers.count < Self.longest else { throw .tooLong(most: Self.longest) }
            let fields = line.split(separator: 9, omittingEmptySubsequences: false)
            guard fields.count >= 4, let isRight = Self.isRight(fields[3]) else {
                // The only line that may be no answer is a header.
                if number == 1 && fields.count >= 4 { continue }
                throw .badLine(number: number)
            }
            let learner = String(decoding: fields[0], as: UTF8.self)
            let known = learners[learner] ?? Int32(learners.count)
            learners[learner] = known
            answers.append(
                TracedAnswer(
                    learner: known, skills: vocabulary.skills(fields[1]),
                    item: vocabulary.item(fields[2]), isRight: isRight,
                    seconds: fields.count > 4 ? Self.seconds(fields[4]) : .nan))
        }
        self.answers = answers
    }

    private static func isRight(_ field: ArraySlice<UInt8>) -> Bool? {
        if field.count == 1, let digit = field.first {
            if digit == UInt8(ascii: "1") { return true }
            if digit == UInt8(ascii: "0") { return false }
        }
        switch String(decoding: field, as: UTF8.self).lowercased() {
        case "true": return true
        case "false": return false
        case let text:
            // Partial credit is no right answer.
            return Double(text).flatMap { $0.isFinite ? $0 >= 1 : nil }
        }
    }

    private static func seconds(_ field: ArraySlice<UInt8>) -> Float {
        let seconds = Float(String(decoding: field, as: UTF8.self)) ?? .nan
        return seconds.isFinite && seconds >= 0 ? seconds : .nan
    }
}

/// The numbers given to the skills and items of practice logs.
public struct TraceVocabulary: Sendable {
    private var skillNumbers: [ArraySlice<UInt8>: Int32] = [:]
    private var setNumbers: [ArraySlice<UInt8>: Int32] = [:]
    private var itemNumbers: [ArraySlice<UInt8>: Int32] = [:]
    /// The skills of each set.
    private(set) var sets: [[Int32]] = []

    var skillCount: Int { skillNumbers.count }
    var itemCount: Int { itemNumbers.count }

    /// Creates a vocabulary without words.
    public init() {}

    /// Returns the number of a set of skills joined by `~`; an empty one is a skill of its own, and
    /// several joined make one more that stands for the combination.
    mutating func skills(_ field: ArraySlice<UInt8>) -> Int32 {
        if let known = setNumbers[field] { return known }
        var members: [Int32] = []
        for name in field.split(separator: UInt8(ascii: "~")) {
            members.append(skill(name))
        }
        if members.isEmpty { members = [skill([])] }
        // What is asked together can be harder than either alone: the combination is learned, too.
        if members.count > 1 { members.append(skill(field)) }
        let number = Int32(sets.count)
        sets.append(members)
        setNumbers[ArraySlice(Array(field))] = number
        return number
    }

    private mutating func skill(_ name: ArraySlice<UInt8>) -> Int32 {
        if let known = skillNumbers[name] { return known }
        let number = Int32(skillNumbers.count)
        skillNumbers[ArraySlice(Array(name))] = number
        return number
    }

    /// Returns the number of an item, -1 for an empty name.
    mutating func item(_ field: ArraySlice<UInt8>) -> Int32 {
        if field.isEmpty { return -1 }
        if let known = itemNumbers[field] { return known }
        let number = Int32(itemNumbers.count)
        itemNumbers[ArraySlice(Array(field))] = number
        return number
    }
}
