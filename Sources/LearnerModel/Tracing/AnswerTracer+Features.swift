#if canImport(Glibc)
import Glibc
#endif

extension AnswerTracer {
    /// Sets all features for one answer; nothing that comes with the answer is looked at.
    mutating func fill(
        _ answer: TracedAnswer, _ learner: TracedLearner, gaussian: Double, elo: Double
    ) {
        let overall = totals.right / totals.count
        var pair = (wins: 0.0, fails: 0.0, recent: 0.0, last: 0.0, run: 0.0, gap: 0.0, days: 0.0)
        var isFirst = 1.0
        var taught = 0.0
        var offset = 0.0
        var surprise = 0.0
        let share = 1 / Double(current.count)
        for (place, skill) in zip(current, sets[Int(answer.skills)]) {
            let known = pairs[place]
            let count = known.wins + known.fails
            offset += share * known.offset.mean
            surprise += share * known.surprise
            pair.wins += share * log(1 + Double(known.wins))
            pair.fails += share * log(1 + Double(known.fails))
            pair.recent += share * (known.recent - 0.5)
            pair.last += share * known.lastSign
            pair.run += share * Double(min(known.run, 3)) / 3
            if count > 0 {
                isFirst = 0
                pair.gap += share * log(Double(max(1, learner.count - known.lastCount + 1)))
                let seconds = answer.seconds - known.lastTime
                if answer.seconds >= 1e6 && seconds > 0 {
                    pair.days += share * log(1 + Double(seconds) / 86_400)
                }
            }
            taught += share * Self.smoothed(skills[Int(skill)], towards: overall, weight: 10)
        }
        set(.ability, learner.ability.mean)
        set(.offset, offset)
        set(.one, 1)
        set(.gaussian, gaussian)
        set(.elo, elo)
        set(.wins, pair.wins)
        set(.fails, pair.fails)
        set(.recent, pair.recent)
        set(.last, pair.last)
        set(.run, pair.run)
        set(.gap, pair.gap)
        set(.days, pair.days)
        set(.surpriseOnSkill, 3 * surprise)
        set(.isFirst, isFirst)
        set(.skill, logit(taught) - logit(overall))
        fillLearner(answer, learner, isFirst: isFirst, overall: overall, gaussian)
        fillItem(answer, learner, taught: taught)
    }

    private mutating func fillLearner(
        _ answer: TracedAnswer, _ learner: TracedLearner, isFirst: Double, overall: Double,
        _ gaussian: Double
    ) {
        set(.slowRecent, learner.slowRecent - 0.5)
        set(.fastRecent, learner.fastRecent - 0.5)
        set(.lastOverall, learner.lastSign)
        set(.runOverall, Double(max(-5, min(5, learner.run))) / 5)
        let share = (Double(learner.right) + 5 * overall) / (Double(learner.count) + 5)
        set(.learner, logit(share) - logit(overall))
        set(.experience, log(1 + Double(learner.count)) - 3)
        set(.sameSkill, learner.lastSkills == answer.skills ? 1 : 0)
        set(.firstGaussian, isFirst * gaussian)
        set(.slowAfterRight, learner.lastSign > 0 ? learner.lastSlowness : 0)
        set(.slowAfterWrong, learner.lastSign < 0 ? learner.lastSlowness : 0)
        set(.slowness, learner.slowness)
        set(.mood, learner.mood.mean)
        set(.surpriseFast, 3 * learner.fastSurprise)
        set(.surpriseSlow, 6 * learner.slowSurprise)
    }

    private mutating func fillItem(
        _ answer: TracedAnswer, _ learner: TracedLearner, taught: Double
    ) {
        guard answer.item >= 0, itemsDiffer else {
            for feature in [
                TraceFeature.itemEase, .item, .newItem, .lastOnItem, .sameItem, .surpriseOnItem,
            ] {
                set(feature, 0)
            }
            return
        }
        let item = items[Int(answer.item)]
        set(.item, logit(Self.smoothed(item, towards: taught, weight: 6)) - logit(taught))
        set(.itemEase, -item.belief.mean)
        set(
            .surpriseOnItem,
            learner.lastSign == 0
                ? 0 : 4 * (learner.lastSign < 0 ? item.afterWrong : item.afterRight).mean)
        set(.newItem, 1 / (1 + Double(item.count)))
        let outcome = itemOutcomes[itemKey(answer)]
        set(.lastOnItem, outcome.map { $0 ? 1 : -1 } ?? 0)
        set(.sameItem, learner.lastItem == answer.item ? learner.lastSign : 0)
    }

    private mutating func set(_ feature: TraceFeature, _ value: Double) {
        features[feature.rawValue] = value
    }

    private static func smoothed(
        _ known: Difficulty, towards mean: Double, weight: Double
    ) -> Double {
        (Double(known.right) + weight * mean) / (Double(known.count) + weight)
    }
}
