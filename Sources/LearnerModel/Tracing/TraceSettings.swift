/// The numbers behind the tracing of practice logs.
struct TraceSettings: Sendable {
    /// Variances of what is believed before the first answer, in squared logits.
    var abilityVariance = 1.0
    var offsetVariance = 0.8
    var skillVariance = 0.7
    var itemVariance = 0.9
    /// What is added to a variance with each answer, because learners change.
    var abilityDrift = 0.002
    var offsetDrift = 0.04
    /// What of a mood is left at the next answer, and the variance of moods.
    var moodLeft = 0.9
    var moodVariance = 0.25
    /// The steps of the Elo ratings: `first / (1 + decay * n)`.
    var abilityStep = (first: 0.40, decay: 0.05)
    var offsetStep = (first: 0.50, decay: 0.10)
    var difficultyStep = (first: 0.40, decay: 0.05)
    /// Factors of the offset's Elo step after a right and after a wrong answer.
    var rightFactor = 1.4
    var wrongFactor = 0.6
}
