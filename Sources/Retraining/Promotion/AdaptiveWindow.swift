internal import Glibc

/// Notices when the share of yes in a stream has changed, without being told how long to look back.
///
/// Source: Bifet and Gavaldà, "Learning from time-changing data with adaptive windowing" (ADWIN,
/// 2007), with every place of the bounded window tried as the cut.
public struct AdaptiveWindow: Sendable {
    /// How a share has changed.
    public enum Change: Sendable, Hashable {
        /// The newer part says yes more often.
        case risen
        /// The newer part says yes less often.
        case fallen
    }

    /// The chance that an unchanged stream is called changed.
    public var confidence = 0.002
    /// The values after which the window is looked at again.
    public var clock = 32
    /// The fewest values on each side of a cut.
    public var fewest = 5
    /// The most values that are remembered.
    public var longest = 1_000

    private var values: [Bool] = []
    private var seen = 0

    /// Creates an empty window with the usual bounds.
    public init() {}

    /// The number of values in the window.
    public var count: Int { values.count }
    /// The share of yes in the window.
    public var share: Double {
        values.isEmpty ? 0 : Double(values.count(where: \.self)) / Double(values.count)
    }

    /// Takes the next value; where the share has changed, the older part is dropped.
    ///
    /// - Parameter value: what the stream says.
    /// - Returns: how the share has changed, or nil.
    public mutating func add(_ value: Bool) -> Change? {
        values.append(value)
        if values.count > longest { values.removeFirst() }
        seen += 1
        guard seen % clock == 0 else { return nil }
        var change: Change?
        while let (cut, found) = cut() {
            values.removeFirst(cut)
            change = found
        }
        return change
    }

    /// The first place where both sides differ more than chance allows.
    private func cut() -> (Int, Change)? {
        let total = Double(values.count)
        guard values.count >= 2 * fewest else { return nil }
        let variance = share * (1 - share)
        let doubt = log(2 * log(total) / confidence)
        let all = values.count(where: \.self)
        var older = 0
        for position in values.indices.dropLast(fewest) {
            if values[position] { older += 1 }
            let first = position + 1
            guard first >= fewest else { continue }
            let second = values.count - first
            let oldShare = Double(older) / Double(first)
            let newShare = Double(all - older) / Double(second)
            let inverse = 1 / Double(first - fewest + 1) + 1 / Double(second - fewest + 1)
            let bound = (2 * inverse * variance * doubt).squareRoot() + 2 / 3 * inverse * doubt
            if abs(newShare - oldShare) > bound {
                return (first, newShare > oldShare ? .risen : .fallen)
            }
        }
        return nil
    }
}
