internal import Mathematics

/// How a time of day is written, without what says which half of the day it is.
struct ClockForm: Hashable, Sendable {
    /// Hours from 1 to 12 or from 0 to 23.
    enum Hours: Hashable, Sendable {
        case half, all
    }

    let language: Language
    /// Whether minutes are written where they are none.
    let hasMinutes: Bool
    /// What stands between 시 and the minutes.
    let gap: String
    /// Whether hours below ten have a zero before them.
    let isPadded: Bool
    let hours: Hours
    /// Whether the text says which half of the day is meant.
    let isHalfSaid: Bool

    /// Minutes since midnight as hour and minutes alone.
    func text(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60 % 24, minutes % 60)
        let shown = hours == .all ? hour : hour % 12 == 0 ? 12 : hour % 12
        if language == .korean {
            return minute == 0 ? "\(shown)시" : "\(shown)시\(gap)\(minute)분"
        }
        guard hasMinutes || minute > 0 else { return String(shown) }
        return (isPadded && shown < 10 ? "0" : "") + "\(shown):" + (minute < 10 ? "0" : "")
            + String(minute)
    }

    /// Minutes since midnight as an answer: with the half of the day where the text says it.
    func answer(_ minutes: ExactNumber, _ language: Language) -> String {
        guard !isHalfSaid, let whole = minutes.integer else {
            return NumberText.clock(minutes, language)
        }
        return ClockForm(
            language: self.language, hasMinutes: true, gap: gap, isPadded: isPadded, hours: hours,
            isHalfSaid: false
        ).text((whole % 1440 + 1440) % 1440)
    }
}

/// Finds the times of day of a text and which half of the day each one means.
enum ClockFinder {
    /// The times of a text from first to last; a text about ratios has none.
    static func times(in characters: [Character]) -> [TextNumber] {
        let text = String(characters).lowercased()
        guard !["ratio", "비율", "scale", "축척"].contains(where: text.contains) else { return [] }
        let reader = ClockReader(characters: characters)
        var readings: [ClockReader.Reading] = []
        var position = 0
        while position < characters.count {
            if let reading = reader.reading(at: position) {
                readings.append(reading)
                position = reading.end
            } else {
                position += 1
            }
        }
        let isWholeDay = readings.contains { $0.form.hours == .all }
        var previous: Int?
        return readings.enumerated().map { index, reading in
            let next = readings[(index + 1)...].first { $0.half != nil }?.minutes
            let minutes =
                isWholeDay ? reading.minutes : Self.minutes(reading, after: previous, before: next)
            previous = minutes
            return TextNumber(
                range: reading.range, value: ExactNumber(minutes),
                style: .clock(
                    Self.form(reading.form, isWholeDay),
                    reach: Self.reach(minutes, reading, isWholeDay)),
                isPercent: false)
        }
    }

    /// A time that does not say its half of the day comes after the one before it, and before the
    /// next one that does.
    private static func minutes(
        _ reading: ClockReader.Reading, after previous: Int?, before next: Int?
    ) -> Int {
        guard reading.half == nil else { return reading.minutes }
        let early = reading.hour % 12 * 60 + reading.minute
        let choices = [early, early + 720]
        if let previous { return choices.first { $0 >= previous } ?? early + 720 }
        if let next { return choices.last { $0 <= next } ?? early }
        return reading.minutes % 1440
    }

    private static func form(_ form: ClockForm, _ isWholeDay: Bool) -> ClockForm {
        guard isWholeDay, !form.isHalfSaid else { return form }
        return ClockForm(
            language: form.language, hasMinutes: form.hasMinutes, gap: form.gap,
            isPadded: form.isPadded, hours: .all, isHalfSaid: false)
    }

    /// What other times may stand in for a time: near it and in the same half of the day.
    private static func reach(
        _ minutes: Int, _ reading: ClockReader.Reading, _ isWholeDay: Bool
    ) -> ClosedRange<Int> {
        let half =
            isWholeDay && reading.half == nil ? 0...1439 : minutes < 720 ? 0...719 : 720...1439
        let width = reading.isPartOfDay ? 90 : 180
        let earliest = minutes < 300 ? half.lowerBound : max(half.lowerBound, 300)
        let lowest = max(earliest, minutes - width)
        return lowest...max(lowest, min(half.upperBound, minutes + width))
    }
}
