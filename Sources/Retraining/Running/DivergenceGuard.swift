/// Notices when a training gets worse and worse instead of better.
///
/// Looks at a moving mean of the loss: once past its beginning it may rise above the best it was, but
/// not to half as much again and more than the first losses were.
struct DivergenceGuard {
    private var mean: Float?
    private var best = Float.infinity
    private var first = Float.infinity
    private var count = 0

    /// The steps of one moving mean.
    private static let window: Float = 50

    /// Takes the loss of a step; returns whether the training has gone astray.
    mutating func isAstray(after loss: Float) -> Bool {
        guard loss.isFinite else { return false }
        count += 1
        let now = mean.map { $0 + (loss - $0) / Self.window } ?? loss
        mean = now
        guard Float(count) >= Self.window else { return false }
        if Float(count) == Self.window { first = now }
        best = min(best, now)
        return now > 1.5 * best && now > 1.1 * first
    }
}
