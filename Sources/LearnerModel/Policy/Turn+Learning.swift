extension Turn {
    /// The first problems of a new skill follow each other; then the working set takes turns.
    mutating func learningChoice(_ allowed: [CurriculumSkill]) -> Choice? {
        if let skill = skillInBlock(allowed) {
            let number = state.skill(skill.id).count + 1
            return choice(of: skill, for: .learning, because: .gettingToKnow(number: number))
        }
        let set = workingSet(allowed)
        let others = set.filter { $0.skill.id != state.lastSkill }
        let next = others.min { left, right in
            state.skill(left.skill.id).lastSequence < state.skill(right.skill.id).lastSequence
        }
        guard let next else { return nil }
        return choice(
            of: next.skill, for: .learning, because: next.reason ?? reason(for: next.skill))
    }

    private func skillInBlock(_ allowed: [CurriculumSkill]) -> CurriculumSkill? {
        guard let last = state.lastSkill, state.lastPurpose == .learning, !state.lastWasSkipped
        else { return nil }
        let known = state.skill(last)
        guard known.count > 0, known.count < policy.blockLength, known.mastery < .proficient else {
            return nil
        }
        return allowed.first { $0.id == last }
    }

    /// Returns whether the skill is being learned: begun and not yet proficient.
    private func isActive(_ skill: CurriculumSkill) -> Bool {
        let known = state.skill(skill.id)
        guard known.lastSequence > 0, known.problems(on: today) < policy.dailyLimit else {
            return false
        }
        guard known.mastery < .proficient else { return false }
        return !(known.isPlaced && known.lastDay < today && known.dueDay > today)
    }

    private struct Candidate {
        let skill: CurriculumSkill
        var reason: ChoiceReason?
    }

    /// Returns what is learned side by side, filled up from what the learner is ready for.
    private func workingSet(_ allowed: [CurriculumSkill]) -> [Candidate] {
        let wanted = wantedSkills(allowed)
        var set = supports(allowed)
        for skill in wanted where set.count < policy.workingSetSize {
            guard isActive(skill), !set.contains(where: { $0.skill.id == skill.id })
            else { continue }
            set.append(Candidate(skill: skill, reason: nil))
        }
        // One more than needed where only the last skill is left: no skill comes twice running.
        let isAlone = set.count == 1 && set[0].skill.id == state.lastSkill
        let size = max(policy.workingSetSize, isAlone ? 2 : 0)
        for skill in wanted where set.count < size {
            guard isNew(skill), isReady(skill) else { continue }
            set.append(Candidate(skill: skill, reason: nil))
        }
        if set.allSatisfy({ $0.skill.id == state.lastSkill }),
            let next = wanted.first(where: { isNew($0) && isReady($0, from: .attempted) })
        {
            // Everything ready is used up for today: what builds on it is better than a bore.
            set.append(Candidate(skill: next, reason: nil))
        }
        return set
    }

    private func isNew(_ skill: CurriculumSkill) -> Bool {
        let known = state.skill(skill.id)
        return known.count == 0 && known.lastSequence == 0 && !known.isPlaced
    }

    /// Returns the skills that may be learned, pinned ones first, only the way to the goal if there is one.
    private func wantedSkills(_ allowed: [CurriculumSkill]) -> [CurriculumSkill] {
        var skills = allowed
        if let goal = preferences.goal, let position = curriculum.position(of: goal),
            state.skill(goal).mastery < .proficient
        {
            let way = Set(curriculum.ancestors(of: position) + [position])
            let ids = Set(way.map { curriculum.skills[$0].id }).union(preferences.pinned)
            skills = skills.filter { ids.contains($0.id) }
        }
        let pinned = skills.filter { preferences.pinned.contains($0.id) }
        return pinned + skills.filter { !preferences.pinned.contains($0.id) }
    }

    /// Returns whether all that the skill builds on has reached `level` or cannot be practised.
    func isReady(_ skill: CurriculumSkill, from level: MasteryLevel = .familiar) -> Bool {
        if preferences.pinned.contains(skill.id) { return true }
        return skill.prerequisites.allSatisfy { prerequisite in
            guard let earlier = curriculum[prerequisite.skill], preferences.allows(earlier) else {
                return true
            }
            return state.skill(earlier.id).mastery >= level
        }
    }

    /// Returns whether all that the skill builds on is known to be familiar; a skill that builds on
    /// nothing has nothing to be prepared by.
    private func isPrepared(for skill: CurriculumSkill) -> Bool {
        !skill.prerequisites.isEmpty
            && skill.prerequisites.allSatisfy { state.skill($0.skill).mastery >= .familiar }
    }

    /// Returns for each skill that was too hard today the weakest of what it builds on.
    private func supports(_ allowed: [CurriculumSkill]) -> [Candidate] {
        var supports: [Candidate] = []
        for hard in allowed {
            let known = state.skill(hard.id)
            guard known.mastery < .proficient, known.problems(on: today) >= policy.dailyLimit
            else { continue }
            let weakest = hard.prerequisites.compactMap { curriculum[$0.skill] }
                .filter { preferences.allows($0) && state.skill($0.id).problems(on: today) < 4 }
                .map { ($0, state.chance(of: $0, level: 3, onDay: today)) }
                .filter { $0.1 < 0.9 }
                .min { $0.1 < $1.1 }
            guard let weakest, !supports.contains(where: { $0.skill.id == weakest.0.id }),
                supports.count < policy.workingSetSize
            else { continue }
            supports.append(
                Candidate(skill: weakest.0, reason: .strengthen(hardSkill: hard.id)))
        }
        return supports
    }

    private func reason(for skill: CurriculumSkill) -> ChoiceReason {
        let known = state.skill(skill.id)
        if preferences.pinned.contains(skill.id) { return .pinned }
        if let goal = preferences.goal, state.skill(goal).mastery < .proficient {
            return .goal(goal)
        }
        if known.count == 0 { return .new(isPrepared: isPrepared(for: skill)) }
        if known.wrongRun > 0 { return .afterMistakes(wrong: known.wrongRun) }
        return .learning(right: known.wins, answers: known.count)
    }
}
