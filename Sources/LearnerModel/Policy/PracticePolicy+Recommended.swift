extension PracticePolicy {
    /// The policy that the tutor's own began as and is measured against.
    static let recommended: PracticePolicy = {
        var policy = PracticePolicy()
        policy.learningTarget = 0.72
        policy.slippingChance = 0
        policy.climbAfter = .max
        policy.reviewsWeakestEarly = true
        return policy
    }()
}
