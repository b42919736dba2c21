/// A moment in milliseconds since 1970 and its forms as text, all in UTC.
public struct Timestamp: Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// The moments of the years 0000 to 9999.
    static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    /// Creates a moment.
    public init(_ milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// The form `2026-03-12T16:41:02.120Z`.
    public var iso8601: String {
        let (date, time) = split()
        return "\(date.joined(separator: "-"))T\(time[0]):\(time[1]):\(time[2]).\(time[3])Z"
    }

    /// The form `20260312T164102120Z`, which sorts as the moments do.
    var compact: String {
        let (date, time) = split()
        return date.joined() + "T" + time.joined() + "Z"
    }

    /// Reads `2026-03-12T16:41:02Z`, with up to nine decimals and `Z` or an offset such as `+09:00`.
    public init?(iso8601 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 35, bytes[4] == 0x2D, bytes[7] == 0x2D,
            bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]),
            let day = digits(bytes[8..<10]), let hour = digits(bytes[11..<13]),
            let minute = digits(bytes[14..<16]), let second = digits(bytes[17..<19])
        else { return nil }
        var rest = bytes[19...]
        var fraction: Int64 = 0
        if rest.first == 0x2E {
            let decimals = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard (1...9).contains(decimals.count) else { return nil }
            let padded = Array(decimals.prefix(3)) + Array(repeating: 0x30, count: 3)
            fraction = digits(padded[0..<3]) ?? 0
            rest = rest.dropFirst(1 + decimals.count)
        }
        guard let offset = offsetMinutes(Array(rest)), (1...12).contains(month),
            (1...31).contains(day), hour < 24, minute < 60, second < 61,
            days(year, month, day) < days(year + month / 12, month % 12 + 1, 1)
        else { return nil }
        let minutes = days(year, month, day) * 1440 + hour * 60 + minute - offset
        milliseconds = (minutes * 60 + second) * 1000 + fraction
    }

    init?(compact text: String) {
        let parts = Array(text)
        guard parts.count == 19, parts[8] == "T" else { return nil }
        func part(_ range: Range<Int>) -> String { String(parts[range]) }
        self.init(
            iso8601: part(0..<4) + "-" + part(4..<6) + "-" + part(6..<8) + "T" + part(9..<11) + ":"
                + part(11..<13) + ":" + part(13..<15) + "." + part(15..<18) + part(18..<19))
    }

    private func split() -> (date: [String], time: [String]) {
        let day: Int64 = 86_400_000
        let inDay = (milliseconds % day + day) % day
        let (year, month, dayOfMonth) = civil((milliseconds - inDay) / day)
        let (hour, minute) = (inDay / 3_600_000, inDay / 60_000 % 60)
        return (
            [pad(year, 4), pad(month, 2), pad(dayOfMonth, 2)],
            [pad(hour, 2), pad(minute, 2), pad(inDay / 1000 % 60, 2), pad(inDay % 1000, 3)]
        )
    }
}

private func pad(_ number: Int64, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

private func digits(_ bytes: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in bytes {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 0x30)
    }
    return value
}

private func offsetMinutes(_ bytes: [UInt8]) -> Int64? {
    if bytes == [0x5A] { return 0 }
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
        let hours = digits(bytes[1..<3]), let minutes = digits(bytes[4..<6])
    else { return nil }
    return (hours * 60 + minutes) * (bytes[0] == 0x2D ? -1 : 1)
}

/// Days since 1970 of a date (Hinnant, "chrono-compatible low-level date algorithms").
private func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    return (
        yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
}
