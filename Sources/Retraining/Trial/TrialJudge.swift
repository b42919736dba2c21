/// What the log of readings says about models.
struct TrialJudge {
    private let readings: [LoggedReading]
    private let disputed: Set<String>

    init(readings: [LoggedReading], disputed: Set<String>) {
        self.readings = readings
        self.disputed = disputed
    }

    /// Whether a model that read along did not do worse than the one that was heard; nil until it has
    /// read as much as `length`.
    func isWorthy(_ id: String, length: Int) -> Bool? {
        let newest = readings.filter { $0.silent?.model == id }.suffix(length)
        guard newest.count >= length else { return nil }
        let silent = newest.count { reading in
            reading.silent.map(reading.isUseless) ?? true
        }
        let shown = newest.count { $0.isUseless($0.shown) }
        return !DisputeWatch().mustGiveWay(
            DisputeWatch.Tally(readings: length, disputes: silent),
            to: DisputeWatch.Tally(readings: length, disputes: shown))
    }

    /// Whether learners contradict a model much more than its parent, or it has become worse.
    func mustGiveWay(_ id: String, to parent: String) -> Bool {
        if hasDrifted(id) { return true }
        return DisputeWatch().mustGiveWay(disputes(of: id), to: disputes(of: parent))
    }

    private func disputes(of id: String) -> DisputeWatch.Tally {
        let newest = readings.filter { $0.shown.model == id }.suffix(DisputeWatch.window)
        return DisputeWatch.Tally(
            readings: newest.count, disputes: newest.count { disputed.contains($0.attempt) })
    }

    /// Whether, while a model was heard, its answers were disputed or missing more often than what came
    /// before.
    func hasDrifted(_ id: String) -> Bool {
        var window = AdaptiveWindow()
        var isRaised = false
        for reading in readings {
            let isBad = disputed.contains(reading.attempt) || reading.shown.kind == nil
            guard let change = window.add(isBad) else { continue }
            isRaised = change == .risen && reading.shown.model == id
        }
        return isRaised && readings.last?.shown.model == id
    }
}
