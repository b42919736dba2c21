import Foundation

/// The time of day: the computer's, or the fixed instant that `MATHTUTOR_NOW` names.
struct WallClock: Sendable, Equatable {
    private let fixed: Date?
    private let fixedOffset: Int

    /// A clock that stands still, in milliseconds since 1970 and minutes ahead of UTC.
    static func standing(at milliseconds: Int64, utcOffset: Int) -> WallClock {
        WallClock(
            fixed: Date(timeIntervalSince1970: Double(milliseconds) / 1000), fixedOffset: utcOffset)
    }

    /// Reads `MATHTUTOR_NOW`; without it the clock is the computer's.
    static func ofEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failure) -> WallClock {
        guard let text = environment["MATHTUTOR_NOW"], !text.isEmpty else {
            return WallClock(fixed: nil, fixedOffset: 0)
        }
        guard let instant = parse(text) else {
            throw Failure(
                .usage,
                english: """
                    MATHTUTOR_NOW is "\(text)", which is not a time in ISO 8601.
                    Try:  MATHTUTOR_NOW=2026-03-02T09:00:00Z
                    """,
                korean: """
                    MATHTUTOR_NOW에 쓴 "\(text)", 이것은 ISO 8601 시각이 아니에요.
                    이렇게 해 보세요:  MATHTUTOR_NOW=2026-03-02T09:00:00Z
                    """)
        }
        return WallClock(fixed: instant, fixedOffset: offset(of: text))
    }

    /// The present instant.
    func now() -> Date { fixed ?? Date() }

    /// Milliseconds since 1970 (UTC).
    func milliseconds() -> Int64 { Int64((now().timeIntervalSince1970 * 1000).rounded(.down)) }

    /// Minutes that local time is ahead of UTC; a fixed clock has the offset it was written with.
    func utcOffset() -> Int {
        fixed == nil ? TimeZone.current.secondsFromGMT(for: now()) / 60 : fixedOffset
    }

    private static func parse(_ text: String) -> Date? {
        let zoned = hasZone(text) ? text : (text.contains("T") ? text + "Z" : text + "T00:00:00Z")
        // Two strategies: with and without a fraction of a second.
        return (try? Date(zoned, strategy: .iso8601))
            ?? (try? Date(
                zoned, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }

    private static func hasZone(_ text: String) -> Bool {
        guard let time = text.firstIndex(of: "T") else { return false }
        return text.hasSuffix("Z") || text[time...].contains { $0 == "+" || $0 == "-" }
    }

    private static func offset(of text: String) -> Int {
        guard let time = text.firstIndex(of: "T"),
            let sign = text[time...].firstIndex(where: { $0 == "+" || $0 == "-" })
        else { return 0 }
        let digits = text[text.index(after: sign)...].filter(\.isNumber)
        guard let number = Int(digits.prefix(4)) else { return 0 }
        let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        return text[sign] == "-" ? -minutes : minutes
    }
}
