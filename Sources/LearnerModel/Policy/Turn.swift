import Mathematics

/// One decision of the policy with all that it looks at.
struct Turn {
    let policy: PracticePolicy
    let state: LearnerState
    let curriculum: Curriculum
    let preferences: LearnerPreferences
    let today: Int
    let isSessionStart: Bool
    var generator: SplitMix64

    init(
        _ policy: PracticePolicy, _ state: LearnerState, _ curriculum: Curriculum,
        _ preferences: LearnerPreferences, seed: UInt64, now: Moment
    ) {
        self.policy = policy
        self.state = state
        self.curriculum = curriculum
        self.preferences = preferences
        today = state.day(of: now)
        let pause = now.milliseconds.subtractingReportingOverflow(state.latestTime)
        isSessionStart = state.attempts == 0 || pause.overflow || pause.partialValue > 1_800_000
        generator = SplitMix64(stream: ["choice", String(seed), String(state.attempts)])
    }

    /// Placement first, then reviews in their share, then learning, then early reviews.
    mutating func choice() -> Choice? {
        if let placement = placementChoice() { return placement }
        let allowed = curriculum.skills.filter { preferences.allows($0) }
        let due = allowed.filter { isDue($0) }
        let share = policy.reviewShare
        let roll = Double.random(in: 0..<1, using: &generator)
        if roll < min(share.least + share.perDue * Double(due.count), share.most),
            let review = reviewChoice(due)
        {
            return review
        }
        if let learning = learningChoice(allowed) { return learning }
        if let review = reviewChoice(due) { return review }
        return earlyReviewChoice(allowed)
    }

    // MARK: Reviews

    func isDue(_ skill: CurriculumSkill) -> Bool {
        let known = state.skill(skill.id)
        guard known.mastery >= .proficient || known.isPlaced, known.lastDay < today else {
            return false
        }
        return known.dueDay <= today
            || known.mastery >= .proficient
                && state.chance(of: skill, level: 3, onDay: today) < policy.slippingChance
    }

    private mutating func reviewChoice(_ due: [CurriculumSkill]) -> Choice? {
        // A review of a later skill also brings back what it builds on.
        let covered = Set(due.flatMap { $0.prerequisites.filter { $0.weight >= 0.5 }.map(\.skill) })
        let uncovered = due.filter { !covered.contains($0.id) && $0.id != state.lastSkill }
        let scheduled = uncovered.filter { state.skill($0.id).dueDay <= today }
        let choices = [scheduled, uncovered].first { !$0.isEmpty } ?? due
        guard let skill = weakest(choices) else { return nil }
        let known = state.skill(skill.id)
        if known.lastSequence == 0 {
            return choice(of: skill, for: .review, because: .confirmPlacement)
        }
        let days = max(1, today - known.lastDay)
        return choice(of: skill, for: .review, because: .review(days: days))
    }

    private mutating func earlyReviewChoice(_ allowed: [CurriculumSkill]) -> Choice? {
        let seen = allowed.filter { state.skill($0.id).memory != nil }
        let others = seen.filter { $0.id != state.lastSkill }
        // In turn, not the weakest memory first: a lucky row of right answers makes a memory look
        // strong, and a skill that only seems strong would never come again.
        let longestAgo = (others.isEmpty ? seen : others).min {
            state.skill($0.id).lastSequence < state.skill($1.id).lastSequence
        }
        let weakest = policy.reviewsWeakestEarly ? weakest(others) : nil
        guard let skill = weakest ?? longestAgo ?? allowed.first else { return nil }
        return choice(of: skill, for: .earlyReview, because: .earlyReview)
    }

    /// Returns the skill most likely forgotten, the one practised longest ago among equals.
    private func weakest(_ skills: [CurriculumSkill]) -> CurriculumSkill? {
        skills.min { left, right in
            let (one, other) = (state.skill(left.id), state.skill(right.id))
            let memories = (
                one.retrievability(on: today, state.fsrs) ?? 0,
                other.retrievability(on: today, state.fsrs) ?? 0
            )
            return (memories.0, one.lastSequence) < (memories.1, other.lastSequence)
        }
    }

    // MARK: The problem itself

    mutating func choice(
        of skill: CurriculumSkill, for purpose: Attempt.Purpose, because reason: ChoiceReason,
        level wanted: Int? = nil
    ) -> Choice {
        let level = wanted ?? level(of: skill, for: purpose)
        let known = state.skill(skill.id)
        let template = template(of: skill, at: level)
        let isStuck =
            known.wrongRun >= 2 || (known.count >= policy.dailyLimit && known.lastDay < today)
        // Who chose the skill wants to try it; who is stuck needs help either way.
        let isNew = known.count == 0 && !known.isPlaced && purpose != .chosen
        let needsExample =
            purpose != .placement && known.mastery < .proficient && (isNew || isStuck)
        return Choice(
            skill: skill.id, template: template, level: level, seed: generator.next() >> 1,
            purpose: purpose, reason: reason,
            chance: state.chance(of: skill, level: level, onDay: today),
            startsWithExample: needsExample,
            endsPlacement: state.placementCount > 0 && state.practiceCount == 0
                && purpose != .placement && purpose != .chosen)
    }

    /// Returns the level whose chance is nearest the target, the higher one among equals.
    private func level(of skill: CurriculumSkill, for purpose: Attempt.Purpose) -> Int {
        let levels = skill.levels
        if purpose == .placement {
            return levels.min { (abs($0 - 3), $0) < (abs($1 - 3), $1) } ?? 3
        }
        let target =
            purpose == .review || purpose == .earlyReview
            ? policy.reviewTarget
            : (isSessionStart ? policy.openingTarget : policy.learningTarget)
        let known = state.skill(skill.id)
        // Never two levels down after a right answer, nor up after a wrong one.
        let climb =
            purpose == .learning && known.rightRun >= policy.climbAfter
            ? min(3, known.lastLevel + 1) : 1
        let steady = levels.filter { level in
            level >= climb
                && (known.lastSign == 0 || (known.lastSign > 0 && level >= known.lastLevel - 1)
                    || (known.lastSign < 0 && level <= known.lastLevel))
        }
        let best = (steady.isEmpty ? levels : steady).min { left, right in
            let distances = (
                abs(state.chance(of: skill, level: left, onDay: today) - target),
                abs(state.chance(of: skill, level: right, onDay: today) - target)
            )
            return distances.0 == distances.1 ? left > right : distances.0 < distances.1
        }
        return best ?? 3
    }

    /// Returns the template used longest ago; which of the unused ones comes first is left to chance.
    private mutating func template(of skill: CurriculumSkill, at level: Int) -> String {
        let fitting = skill.templates.filter { $0.levels.contains(level) }.map(\.id)
        let recent = state.skill(skill.id).recentTemplates
        let choices = (fitting.isEmpty ? skill.templates.map(\.id) : fitting)
            .shuffled(using: &generator)
        let oldest = choices.min { left, right in
            (recent.lastIndex(of: left) ?? -1) < (recent.lastIndex(of: right) ?? -1)
        }
        return oldest ?? ""
    }
}
