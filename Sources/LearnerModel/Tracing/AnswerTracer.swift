#if canImport(Glibc)
import Glibc
#endif

/// Predicts each answer of a practice log before it sees it.
///
/// Two ratings run side by side, a Gaussian belief updated by an extended Kalman filter and an Elo
/// rating; a logistic regression weighs them together with counts and recent answers.
/// Sources: Pelánek (2016) for Elo; Glickman (1999) for ratings with uncertainty.
struct AnswerTracer {
    let settings: TraceSettings
    var regression: LogisticRegression
    var skills: [Difficulty] = []
    var items: [Difficulty] = []
    private var mean = Belief(mean: 0.6, variance: 0.5)
    var learners: [TracedLearner] = []
    var pairs: [TracedPair] = []
    private var pairPlaces: [UInt64: Int] = [:]
    var itemOutcomes: [UInt64: Bool] = [:]
    var sets: [[Int32]] = []
    var totals = (count: 1.0, right: 0.65)
    /// Whether more than one item was seen, so that items say something.
    var itemsDiffer = false
    private var firstItem: Int32 = -1

    // What the last prediction looked at.
    var features = [Double](repeating: 0, count: TraceFeature.allCases.count)
    var current: [Int] = []
    private var gaussian = (z: 0.0, variance: 0.0, chance: 0.5)
    private var eloChance = 0.5

    init(settings: TraceSettings = TraceSettings()) {
        self.settings = settings
        regression = LogisticRegression(
            prior: TraceFeature.allCases.map(\.prior),
            deviations: TraceFeature.allCases.map(\.deviation))
    }

    /// Makes room for all words of `vocabulary` and forgets the learners of an earlier log.
    mutating func begin(_ log: TraceLog, _ vocabulary: TraceVocabulary) {
        let word = { (variance: Double) in Difficulty(belief: Belief(variance: variance)) }
        sets = vocabulary.sets
        while skills.count < vocabulary.skillCount { skills.append(word(settings.skillVariance)) }
        while items.count < vocabulary.itemCount { items.append(word(settings.itemVariance)) }
        let learnerCount = Int(log.answers.lazy.map(\.learner).max() ?? -1) + 1
        learners = Array(
            repeating: TracedLearner(ability: Belief(variance: settings.abilityVariance)),
            count: learnerCount)
        pairs = []
        pairPlaces = [:]
        itemOutcomes = [:]
    }

    /// Returns the chance of a right answer; looks at nothing that comes with the answer.
    mutating func chance(of answer: TracedAnswer) -> Double {
        findPairs(of: answer)
        noteItem(answer.item)
        let learner = relaxed(Int(answer.learner))
        let share = 1 / Double(current.count)
        var elo = learner.elo + 0.6
        var z = mean.mean + learner.ability.mean + learner.mood.mean
        var variance = mean.variance + learner.ability.variance + learner.mood.variance
        for (pair, skill) in zip(current, sets[Int(answer.skills)]) {
            let (known, taught) = (pairs[pair], skills[Int(skill)])
            elo += share * (known.elo - taught.elo)
            z += share * (known.offset.mean - taught.belief.mean)
            variance += share * share * (known.offset.variance + taught.belief.variance)
        }
        if answer.item >= 0 && itemsDiffer {
            let item = items[Int(answer.item)]
            elo -= item.elo
            z -= item.belief.mean
            variance += item.belief.variance
        }
        // The mean of a sigmoid over a Gaussian, MacKay's approximation.
        let moderated = z / (1 + 0.392_699 * variance).squareRoot()
        gaussian = (z, variance, sigmoid(moderated))
        eloChance = sigmoid(elo)
        fill(answer, learner, gaussian: moderated, elo: elo)
        return sigmoid(regression.score(features))
    }

    /// Learns from the answer that was just predicted with `chance`.
    mutating func learn(_ answer: TracedAnswer, chance: Double, adapts: Bool) {
        if adapts { regression.learn(features, chance: chance, isRight: answer.isRight) }
        noteSurprise(answer)
        rate(answer)
        count(answer)
    }

    /// Lets a learner's mood fade towards none and returns the learner.
    private mutating func relaxed(_ person: Int) -> TracedLearner {
        let left = settings.moodLeft
        learners[person].mood.mean *= left
        learners[person].mood.variance =
            left * left * learners[person].mood.variance
            + (1 - left * left) * settings.moodVariance
        return learners[person]
    }

    private mutating func findPairs(of answer: TracedAnswer) {
        current.removeAll(keepingCapacity: true)
        for skill in sets[Int(answer.skills)] {
            let key = UInt64(UInt32(bitPattern: answer.learner)) << 32 | UInt64(skill)
            if let place = pairPlaces[key] {
                current.append(place)
            } else {
                pairPlaces[key] = pairs.count
                current.append(pairs.count)
                pairs.append(TracedPair(offset: Belief(variance: settings.offsetVariance)))
            }
        }
    }

    private mutating func noteItem(_ item: Int32) {
        guard !itemsDiffer, item >= 0 else { return }
        if firstItem < 0 { firstItem = item }
        itemsDiffer = item != firstItem
    }

    // MARK: Ratings

    private mutating func rate(_ answer: TracedAnswer) {
        let target = answer.isRight ? 1.0 : 0
        let error = target - gaussian.chance
        let slope = gaussian.chance * (1 - gaussian.chance)
        let scale = 1 / (1 + slope * gaussian.variance)
        let eloError = target - eloChance
        let share = 1 / Double(current.count)
        let person = Int(answer.learner)
        func update(_ belief: inout Belief, sign: Double, share: Double = 1) {
            let gain = belief.variance * share
            belief.mean += sign * gain * error * scale
            belief.variance -= gain * gain * slope * scale
        }
        update(&mean, sign: 1)
        update(&learners[person].ability, sign: 1)
        update(&learners[person].mood, sign: 1)
        learners[person].ability.variance += settings.abilityDrift
        learners[person].elo +=
            Self.step(settings.abilityStep, learners[person].count) * eloError
        for (place, skill) in zip(current, sets[Int(answer.skills)]) {
            update(&pairs[place].offset, sign: 1, share: share)
            pairs[place].offset.variance += settings.offsetDrift
            let factor = answer.isRight ? settings.rightFactor : settings.wrongFactor
            pairs[place].elo +=
                Self.step(settings.offsetStep, pairs[place].wins + pairs[place].fails) * eloError
                * factor
            update(&skills[Int(skill)].belief, sign: -1, share: share)
            skills[Int(skill)].elo -=
                Self.step(settings.difficultyStep, skills[Int(skill)].count) * eloError * share
        }
        if answer.item >= 0 && itemsDiffer {
            update(&items[Int(answer.item)].belief, sign: -1)
            items[Int(answer.item)].elo -=
                Self.step(settings.difficultyStep, items[Int(answer.item)].count) * eloError
        }
    }

    private static func step(_ step: (first: Double, decay: Double), _ count: Int) -> Double {
        step.first / (1 + step.decay * Double(count))
    }

    // MARK: Counts

    private mutating func noteSurprise(_ answer: TracedAnswer) {
        let error = (answer.isRight ? 1 : 0) - gaussian.chance
        let person = Int(answer.learner)
        if answer.item >= 0 && itemsDiffer {
            if learners[person].lastSign < 0 { items[Int(answer.item)].afterWrong.add(error) }
            if learners[person].lastSign > 0 { items[Int(answer.item)].afterRight.add(error) }
        }
        learners[person].fastSurprise = 0.8 * learners[person].fastSurprise + 0.2 * error
        learners[person].slowSurprise = 0.95 * learners[person].slowSurprise + 0.05 * error
        for place in current { pairs[place].surprise = 0.8 * pairs[place].surprise + 0.2 * error }
    }

    private mutating func count(_ answer: TracedAnswer) {
        let target = answer.isRight ? 1.0 : 0
        let sign = answer.isRight ? 1.0 : -1
        totals.count += 1
        totals.right += target
        countLearner(answer, target: target, sign: sign)
        for (place, skill) in zip(current, sets[Int(answer.skills)]) {
            pairs[place].wins += answer.isRight ? 1 : 0
            pairs[place].fails += answer.isRight ? 0 : 1
            pairs[place].recent = 0.8 * pairs[place].recent + 0.2 * target
            pairs[place].lastSign = sign
            pairs[place].run = answer.isRight ? pairs[place].run + 1 : 0
            pairs[place].lastCount = learners[Int(answer.learner)].count
            pairs[place].lastTime = answer.seconds
            skills[Int(skill)].count += 1
            skills[Int(skill)].right += answer.isRight ? 1 : 0
        }
        guard answer.item >= 0 else { return }
        items[Int(answer.item)].count += 1
        items[Int(answer.item)].right += answer.isRight ? 1 : 0
        if itemsDiffer { itemOutcomes[itemKey(answer)] = answer.isRight }
    }

    private mutating func countLearner(_ answer: TracedAnswer, target: Double, sign: Double) {
        var learner = learners[Int(answer.learner)]
        learner.count += 1
        learner.right += answer.isRight ? 1 : 0
        learner.slowRecent = 0.95 * learner.slowRecent + 0.05 * target
        learner.fastRecent = 0.8 * learner.fastRecent + 0.2 * target
        learner.lastSign = sign
        learner.run = answer.isRight ? max(learner.run, 0) + 1 : min(learner.run, 0) - 1
        learner.lastSkills = answer.skills
        learner.lastItem = answer.item
        noteTime(answer, &learner)
        learners[Int(answer.learner)] = learner
    }

    /// Compares the time of an answer with the usual time of its skill.
    private mutating func noteTime(_ answer: TracedAnswer, _ learner: inout TracedLearner) {
        learner.lastSlowness = 0
        // Larger numbers are points in time, not durations.
        guard answer.seconds >= 0, answer.seconds < 1e6,
            let skill = sets[Int(answer.skills)].first
        else { return }
        let logTime = log(1 + Double(min(answer.seconds, 600)))
        let usual = skills[Int(skill)]
        if usual.timed > 20 {
            learner.lastSlowness = max(-2, min(2, logTime - usual.logTime))
            learner.slowness = 0.9 * learner.slowness + 0.1 * learner.lastSlowness
        }
        skills[Int(skill)].timed += 1
        skills[Int(skill)].logTime +=
            (logTime - usual.logTime) / Double(min(skills[Int(skill)].timed, 500))
    }

    func itemKey(_ answer: TracedAnswer) -> UInt64 {
        UInt64(UInt32(bitPattern: answer.learner)) << 32 | UInt64(UInt32(bitPattern: answer.item))
    }
}
