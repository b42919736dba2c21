/// What the logistic regression of the tracer looks at.
enum TraceFeature: Int, CaseIterable {
    case one, gaussian, elo
    case ability, offset, itemEase
    case wins, fails, recent, last, run, gap, days, isFirst, skill
    case slowRecent, fastRecent, lastOverall, runOverall, learner, experience, sameSkill
    case firstGaussian, slowAfterRight, slowAfterWrong, slowness
    case item, newItem, lastOnItem, sameItem
    case mood, surpriseFast, surpriseSlow, surpriseOnSkill, surpriseOnItem

    /// The weight before anything is fitted.
    var prior: Double {
        switch self {
        case .gaussian: 0.6
        case .elo: 0.4
        case .wins: -0.2
        case .fails: 0.15
        case .recent: 0.25
        case .last: 0.12
        case .slowRecent: 0.4
        case .isFirst: -0.3
        default: 0
        }
    }

    /// How far the weight may lie from that, as a standard deviation.
    var deviation: Double {
        switch self {
        case .gaussian, .elo: 0.3
        case .lastOnItem, .sameItem: 0.7
        default: 0.2
        }
    }
}
