extension LearnerState {
    /// Days that a skill shown in placement is trusted before its first review.
    private static let placedStability = 21.0

    /// Draws the conclusions of one placement answer for the skills around it.
    ///
    /// Right: what the skill builds on is taken as familiar. Wrong: what builds on it is not asked.
    mutating func place(
        _ attempt: Attempt, isRight: Bool, _ skill: inout SkillState, in curriculum: Curriculum
    ) {
        guard let position = curriculum.position(of: attempt.skill) else { return }
        if isRight {
            takeAsFamiliar(&skill, named: attempt.skill)
            for ancestor in curriculum.ancestors(of: position) {
                let id = curriculum.skills[ancestor].id
                var earlier = self.skill(id)
                guard earlier.count == 0, !earlier.isPlaced else { continue }
                earlier.offset += 1
                takeAsFamiliar(&earlier, named: id)
                skills[id] = earlier
            }
        } else {
            skill.isPlacedBelow = true
            for descendant in curriculum.descendants(of: position) {
                let later = curriculum.skills[descendant]
                var state = self.skill(later.id)
                guard state.count == 0, !state.isPlaced else { continue }
                state.isPlacedBelow = true
                skills[later.id] = state
            }
        }
    }

    private func takeAsFamiliar(_ skill: inout SkillState, named id: String) {
        skill.isPlaced = true
        skill.isPlacedBelow = false
        skill.mastery = max(skill.mastery, .familiar)
        let memory = skill.memory ?? fsrs.updated(nil, grade: .good, afterDays: 0)
        skill.memory = Memory(
            stability: max(memory.stability, Self.placedStability), difficulty: memory.difficulty)
        skill.memoryDay = latestDay
        scheduleReview(of: &skill, named: id)
    }
}
