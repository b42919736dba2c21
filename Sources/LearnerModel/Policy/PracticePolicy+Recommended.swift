extension PracticePolicy {
    /// The policy that the tutor's own began as and is measured against.
    static let recommended: PracticePolicy = {
        var policy = PracticePolicy()
        policy.relearningChance = 0
        policy.climbAfter = .max
        policy.finishesFirst = false
        policy.reviewsWeakest = false
        return policy
    }()
}
