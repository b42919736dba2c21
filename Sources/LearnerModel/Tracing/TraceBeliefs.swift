/// A Gaussian belief about one number of the model.
struct Belief: Sendable {
    var mean = 0.0
    var variance: Double
}

/// What is known of a skill or an item over all learners.
struct Difficulty: Sendable {
    /// How much harder it is than the average, in logits.
    var belief: Belief
    var elo = 0.0
    var count = 0
    var right = 0
    /// The mean of ln(seconds), where times are given.
    var logTime = 0.0
    var timed = 0
    /// How much better than expected learners did here right after a wrong and after a right answer.
    var afterWrong = Surprise()
    var afterRight = Surprise()
}

/// A sum of `outcome - chance`, and how many there were.
struct Surprise: Sendable {
    var count = 0.0
    var sum = 0.0

    /// The mean, drawn towards none while there are few.
    var mean: Double { sum / (count + 8) }

    mutating func add(_ error: Double) {
        count += 1
        sum += error
    }
}

/// What is known of one learner over all skills.
struct TracedLearner: Sendable {
    var ability: Belief
    /// How the learner is doing just now; it fades with every answer.
    var mood = Belief(variance: 0)
    /// Running means of `outcome - chance`, which easy problems do not lift as they do `recent`.
    var fastSurprise = 0.0
    var slowSurprise = 0.0
    var elo = 0.0
    var count = 0
    var right = 0
    var slowRecent = 0.5
    var fastRecent = 0.5
    /// The last answer: 1 right, -1 wrong, 0 none.
    var lastSign = 0.0
    /// Right answers in a row, or wrong ones as a negative number.
    var run = 0
    var lastSkills: Int32 = -1
    var lastItem: Int32 = -2
    /// How much slower than others the last answer and the usual answer were, as a logarithm.
    var lastSlowness = 0.0
    var slowness = 0.0
}

/// What is known of one learner's way with one skill.
struct TracedPair: Sendable {
    var offset: Belief
    var elo = 0.0
    /// The running mean of `outcome - chance`.
    var surprise = 0.0
    var wins = 0
    var fails = 0
    var recent = 0.5
    var lastSign = 0.0
    var run = 0
    /// The learner's answer at which the skill last came.
    var lastCount = 0
    /// The last time, where times are points in time.
    var lastTime = Float.nan
}
