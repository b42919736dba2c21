internal import GRDB
import LearnerModel
import Mathematics

/// An attempt as a row: its place in the order, the attempt and the checksum over both.
struct AttemptRow {
    let sequence: Int64
    let attempt: Attempt

    /// Why a row cannot be trusted.
    struct Damage: Error {}

    /// Reads a row and compares its checksum.
    init(_ row: Row) throws {
        let sequence: Int64 = row["sequence"]
        guard let language = Language(rawValue: try text(row, "language")),
            let outcome = Attempt.Outcome(rawValue: try text(row, "outcome")),
            let verdict = Verdict.Class(rawValue: try text(row, "verdict")),
            let purpose = Attempt.Purpose(rawValue: try text(row, "purpose"))
        else { throw Damage() }
        let attempt = Attempt(
            id: try text(row, "id"), time: try number(row, "time"),
            utcOffset: Int(try number(row, "utc_offset")), learner: try text(row, "learner"),
            skill: try text(row, "skill"), template: try text(row, "template"),
            level: Int(try number(row, "level")),
            seed: UInt64(bitPattern: try number(row, "seed")), language: language,
            text: try text(row, "text"), expected: try text(row, "expected"),
            specification: try text(row, "specification"), input: try text(row, "input"),
            explanation: try optionalText(row, "explanation"), outcome: outcome, verdict: verdict,
            reason: try optionalText(row, "reason"), counted: try number(row, "counted") != 0,
            misconception: try optionalText(row, "misconception"),
            hints: Int(try number(row, "hints")), tryNumber: Int(try number(row, "try_number")),
            milliseconds: Int(try number(row, "milliseconds")), model: try text(row, "model"),
            purpose: purpose)
        guard try number(row, "checksum") == Self.checksum(of: attempt),
            try number(row, "local_day") == attempt.localDay
        else { throw Damage() }
        self.sequence = sequence
        self.attempt = attempt
    }

    static let insertion = """
        INSERT INTO attempts (id, learner, time, utc_offset, local_day, skill, template, level,
            seed, language, text, expected, specification, input, explanation, outcome, verdict,
            reason, counted, misconception, hints, try_number, milliseconds, model, purpose, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// The same with the place in the order as the last value.
    static let insertionAtPlace: String =
        insertion.replacing("checksum)", with: "checksum, sequence)")
        .replacing("?)", with: "?, ?)")

    /// The values of the row in the order of `insertion`.
    static func values(of attempt: Attempt) -> StatementArguments {
        [
            attempt.id, attempt.learner, attempt.time, attempt.utcOffset, attempt.localDay,
            attempt.skill, attempt.template, attempt.level, Int64(bitPattern: attempt.seed),
            attempt.language.rawValue, attempt.text, attempt.expected, attempt.specification,
            attempt.input, attempt.explanation, attempt.outcome.rawValue, attempt.verdict.rawValue,
            attempt.reason, attempt.counted, attempt.misconception, attempt.hints,
            attempt.tryNumber, attempt.milliseconds, attempt.model,
            attempt.purpose.rawValue, checksum(of: attempt),
        ]
    }

    /// The sum over every field of an attempt.
    static func checksum(of attempt: Attempt) -> Int64 {
        var sum = RowChecksum()
        let texts: [String?] = [
            attempt.id, attempt.learner, attempt.skill, attempt.template,
            attempt.language.rawValue, attempt.text, attempt.expected, attempt.specification,
            attempt.input, attempt.explanation, attempt.outcome.rawValue,
            attempt.verdict.rawValue, attempt.reason, attempt.misconception, attempt.model,
            attempt.purpose.rawValue,
        ]
        for text in texts { sum.add(text) }
        let numbers = [
            attempt.time, Int64(attempt.utcOffset), attempt.localDay, Int64(attempt.level),
            Int64(bitPattern: attempt.seed), attempt.counted ? 1 : 0, Int64(attempt.hints),
            Int64(attempt.tryNumber), Int64(attempt.milliseconds),
        ]
        for number in numbers { sum.add(number) }
        return Int64(bitPattern: sum.value)
    }
}

extension Attempt {
    /// The number of the local day of the answer, counted from 1970-01-01.
    var localDay: Int64 {
        let milliseconds = time + Int64(utcOffset) * 60_000
        let day: Int64 = 86_400_000
        return (milliseconds - (milliseconds % day + day) % day) / day
    }
}

private func text(_ row: Row, _ column: String) throws -> String {
    guard let value = try optionalText(row, column) else { throw AttemptRow.Damage() }
    return value
}

private func optionalText(_ row: Row, _ column: String) throws -> String? {
    let value = (row[column] as DatabaseValue?) ?? .null
    if value.isNull { return nil }
    guard case .string(let text) = value.storage else { throw AttemptRow.Damage() }
    return text
}

private func number(_ row: Row, _ column: String) throws -> Int64 {
    guard case .int64(let number)? = (row[column] as DatabaseValue?)?.storage else {
        throw AttemptRow.Damage()
    }
    return number
}
