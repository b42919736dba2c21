/// Watches whether a new model is contradicted more than the one before it, and should give way.
///
/// Source: the one-sided test of two proportions with a pooled error, at 5 per cent.
public struct DisputeWatch: Sendable {
    /// How often a model read a kind, and how often that was called wrong.
    public struct Tally: Sendable, Hashable {
        /// The readings.
        public var readings: Int
        /// Those that were called wrong.
        public var disputes: Int

        /// Creates a tally.
        public init(readings: Int, disputes: Int) {
            self.readings = readings
            self.disputes = disputes
        }

        var rate: Double { readings == 0 ? 0 : Double(disputes) / Double(readings) }
    }

    /// The newest readings that are looked at.
    public static let window = 100
    /// The fewest readings of the new model that tell anything.
    public var fewestReadings = 20
    /// By how much the share of disputes must be larger.
    public var leastRise = 0.05

    /// Creates a watch with the usual bounds.
    public init() {}

    /// Returns whether the model should give way to its parent.
    public func mustGiveWay(_ model: Tally, to parent: Tally) -> Bool {
        guard model.readings >= fewestReadings, model.rate - parent.rate >= leastRise else {
            return false
        }
        // A parent that was never contradicted, or never asked, has one reading more and half a
        // dispute, so that nothing divides by zero.
        let first = (count: Double(model.readings) + 1, bad: Double(model.disputes) + 0.5)
        let second = (count: Double(parent.readings) + 1, bad: Double(parent.disputes) + 0.5)
        let pooled = (first.bad + second.bad) / (first.count + second.count)
        let error = (pooled * (1 - pooled) * (1 / first.count + 1 / second.count)).squareRoot()
        return first.bad / first.count - second.bad / second.count > 1.645 * error
    }
}
