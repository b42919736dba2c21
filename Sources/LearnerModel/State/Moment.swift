/// A point in time as a learner lives it: universal time and the offset of the local clock.
public struct Moment: Sendable, Hashable {
    /// Milliseconds since 1970 (UTC).
    public var milliseconds: Int64
    /// Minutes that local time is ahead of UTC.
    public var utcOffset: Int

    /// Creates a moment.
    public init(milliseconds: Int64, utcOffset: Int) {
        self.milliseconds = milliseconds
        self.utcOffset = utcOffset
    }

    /// The number of the local day; a learner's day begins at four in the morning.
    public var localDay: Int {
        // Bounded, so that a damaged time cannot overflow: 10^16 ms is the year 318857.
        let time = min(max(milliseconds, -Self.longest), Self.longest)
        let offset = Int64(min(max(utcOffset, -1440), 1440) - 240) * 60_000
        return Int((Double(time + offset) / 86_400_000).rounded(.down))
    }

    private static let longest: Int64 = 10_000_000_000_000_000
}

extension Attempt {
    /// When the attempt was made.
    public var moment: Moment { Moment(milliseconds: time, utcOffset: utcOffset) }
}
