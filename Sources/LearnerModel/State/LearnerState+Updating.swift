import Mathematics

extension LearnerState {
    /// Takes one more attempt of the log into account.
    ///
    /// Answers that do not count and skipped problems teach nothing about the learner; a second try
    /// only mends the review of the first; hints turn a right answer into one with help.
    public mutating func apply(_ attempt: Attempt, in curriculum: Curriculum) {
        attempts += 1
        latestTime = max(latestTime, attempt.time)
        latestDay = max(latestDay, attempt.moment.localDay)
        lastWasSkipped = attempt.outcome == .skipped
        var skill = self.skill(attempt.skill)
        notePosing(attempt, in: &skill)
        skill.hints = skill.hints &+ max(0, attempt.hints)
        let counts = attempt.counted || attempt.outcome == .revealed
        if counts && attempt.outcome != .skipped {
            if attempt.tryNumber <= 1 {
                applyFirstTry(attempt, to: &skill, in: curriculum)
            } else {
                mendReview(attempt, of: &skill)
            }
        }
        skills[attempt.skill] = skill
        if attempt.isUnassistedRight, attempt.counted {
            creditPrerequisites(after: attempt, in: curriculum)
        }
    }

    private mutating func notePosing(_ attempt: Attempt, in skill: inout SkillState) {
        let key = ProblemKey(attempt)
        defer {
            lastProblem = key
            lastSkill = attempt.skill
            lastPurpose = attempt.purpose
        }
        guard key != lastProblem || lastSkill != attempt.skill else { return }
        skill.problemsOnLastDay = skill.problems(on: latestDay) + 1
        skill.lastDay = latestDay
        skill.lastSequence = attempts
        skill.lastLevel = min(max(attempt.level, 1), 5)
        skill.recentTemplates.append(attempt.template)
        if skill.recentTemplates.count > 8 { skill.recentTemplates.removeFirst() }
        skill.recentTexts.append(Self.hash(of: attempt.text))
        if skill.recentTexts.count > 40 { skill.recentTexts.removeFirst() }
    }

    private mutating func applyFirstTry(
        _ attempt: Attempt, to skill: inout SkillState, in curriculum: Curriculum
    ) {
        let isRight = attempt.isUnassistedRight
        let isPlacement = attempt.purpose == .placement
        let isReview =
            skill.count > 0 && skill.reviewDay < latestDay
            && (attempt.purpose == .review || attempt.purpose == .earlyReview
                || skill.dueDay <= latestDay)
        if let known = curriculum[attempt.skill] {
            rate(isRight: isRight, level: attempt.level, known, &skill)
        }
        count(attempt, isRight: isRight, in: &skill)
        review(attempt, grade: attempt.reviewGrade, of: &skill)
        if isPlacement { placementCount += 1 }
        if attempt.purpose != .placement && attempt.purpose != .chosen { practiceCount += 1 }
        if let known = curriculum[attempt.skill] {
            // The chance below reads the state from `skills`.
            skills[attempt.skill] = skill
            let chance = chance(of: known, level: 3, onDay: latestDay)
            skill.updateMastery(isRight: isRight, isReview: isReview, chance: chance)
        }
        if isPlacement { place(attempt, isRight: isRight, &skill, in: curriculum) }
    }

    /// Moves the Elo ratings of learner, skill and level.
    private mutating func rate(
        isRight: Bool, level: Int, _ known: CurriculumSkill, _ skill: inout SkillState
    ) {
        let level = min(max(level, 1), 5)
        let chance = model.chance(
            ability: ability, recentOverall: recent, skill: skill, difficulty: known.difficulty,
            level: level, retrievability: skill.retrievability(on: latestDay, fsrs), days: 0)
        let error = (isRight ? 1 : 0) - chance
        ability += model.abilityStep.size(after: count) * error
        skill.offset +=
            model.offsetStep.size(after: skill.count) * error
            * (isRight ? model.rightFactor : model.wrongFactor)
        skill.levelOffsets[level - 1] -=
            0.05 / (1 + 0.02 * Double(skill.levelCounts[level - 1])) * error
        skill.levelCounts[level - 1] += 1
    }

    private mutating func count(_ attempt: Attempt, isRight: Bool, in skill: inout SkillState) {
        let outcome = isRight ? 1.0 : 0
        count += 1
        recent = 0.95 * recent + 0.05 * outcome
        skill.count += 1
        skill.recent = 0.8 * skill.recent + 0.2 * outcome
        skill.lastSign = isRight ? 1 : -1
        if isRight {
            skill.wins += 1
            skill.wrongRun = 0
            skill.rightRun += 1
            if attempt.level >= 3 { skill.run += 1 }
            skill.rightTimes.append(min(max(0, attempt.milliseconds), 600_000))
            if skill.rightTimes.count > 11 { skill.rightTimes.removeFirst() }
        } else {
            skill.fails += 1
            skill.wrongRun += 1
            skill.rightRun = 0
            skill.run = 0
        }
    }

    /// The first answer of a local day is that day's review.
    private func review(_ attempt: Attempt, grade: ReviewGrade, of skill: inout SkillState) {
        guard skill.reviewDay < latestDay else { return }
        skill.memoryBefore = skill.memory
        skill.memoryDayBefore = skill.memoryDay
        skill.reviewedProblem = ProblemKey(attempt)
        skill.reviewDay = latestDay
        remember(grade, of: attempt.skill, in: &skill)
    }

    /// A right second try turns the review of the same problem from Again into Hard.
    private func mendReview(_ attempt: Attempt, of skill: inout SkillState) {
        guard attempt.verdict == .correct, attempt.outcome == .answered,
            skill.reviewedProblem == ProblemKey(attempt), skill.reviewDay == latestDay
        else { return }
        skill.memory = skill.memoryBefore
        skill.memoryDay = skill.memoryDayBefore
        skill.reviewedProblem = nil
        skill.reviews -= 1
        remember(.hard, of: attempt.skill, in: &skill)
    }

    private func remember(_ grade: ReviewGrade, of id: String, in skill: inout SkillState) {
        let days = Double(max(0, latestDay - skill.memoryDay))
        let memory = fsrs.updated(skill.memory, grade: grade, afterDays: days)
        skill.memory = memory
        skill.memoryDay = latestDay
        skill.reviews += 1
        scheduleReview(of: &skill, named: id)
    }

    func scheduleReview(of skill: inout SkillState, named id: String) {
        guard let memory = skill.memory else { return }
        var generator = SplitMix64(stream: ["review", id, String(skill.reviews)])
        skill.dueDay = skill.memoryDay + fsrs.fuzzedInterval(of: memory, using: &generator)
    }

    /// A right answer at the reference level also practises what the skill builds on.
    private mutating func creditPrerequisites(after attempt: Attempt, in curriculum: Curriculum) {
        guard attempt.level >= 3, let known = curriculum[attempt.skill] else { return }
        for prerequisite in known.prerequisites {
            guard var earlier = skills[prerequisite.skill], let memory = earlier.memory,
                latestDay > earlier.memoryDay
            else { continue }
            let days = Double(latestDay - earlier.memoryDay)
            let practised = fsrs.updated(memory, grade: .good, afterDays: days)
            let gain = prerequisite.weight * (practised.stability - memory.stability)
            earlier.memory?.stability += max(0, gain)
            if prerequisite.weight >= 0.5 { earlier.memoryDay = latestDay }
            scheduleReview(of: &earlier, named: prerequisite.skill)
            skills[prerequisite.skill] = earlier
        }
    }
}

extension Attempt {
    /// Right on the first try and without a hint.
    var isUnassistedRight: Bool {
        outcome == .answered && verdict == .correct && tryNumber <= 1 && hints <= 0
    }

    /// The grade that the scheduler takes from the attempt.
    var reviewGrade: ReviewGrade {
        guard outcome == .answered, verdict == .correct else { return .again }
        // The last of three hints all but gives the answer.
        return hints <= 0 ? (tryNumber <= 1 ? .good : .hard) : (hints >= 3 ? .again : .hard)
    }
}

extension SkillState {
    /// Moves the level after a counted first try.
    mutating func updateMastery(isRight: Bool, isReview: Bool, chance: Double) {
        isPlacedBelow = false
        if mastery == .notStarted { mastery = .attempted }
        guard isRight else {
            if isReview && mastery > .familiar {
                mastery = MasteryLevel(rawValue: mastery.rawValue - 1) ?? .familiar
            }
            return
        }
        if isReview && mastery == .proficient {
            mastery = .mastered
            return
        }
        if isReview && isPlaced && mastery == .familiar {
            mastery = .proficient
            return
        }
        if mastery < .familiar && chance >= 0.70 && count >= 2 { mastery = .familiar }
        if mastery < .proficient && ((chance >= 0.82 && count >= 3) || run >= 3) {
            mastery = .proficient
        }
    }
}
