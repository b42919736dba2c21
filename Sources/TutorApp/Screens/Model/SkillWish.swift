import LearnerModel

/// What a learner can wish of one skill; each wish is taken back as it was made.
enum SkillWish: Sendable, Hashable, CaseIterable {
    case goal, pin, hide, reset
}

extension LearnerPreferences {
    /// The wishes of a skill that are in force; a reset is, as long as nothing was answered since.
    func wishes(of skill: SkillSummary) -> [SkillWish] {
        let id = skill.skill
        return SkillWish.allCases.filter { wish in
            switch wish {
            case .goal: goal == id
            case .pin: pinned.contains(id)
            case .hide: hidden.contains(id)
            case .reset: skill.answers == 0 && resets.contains { $0.skill == id }
            }
        }
    }

    /// Makes a wish of a skill, or takes it back; what is never posed is neither goal nor pinned.
    ///
    /// `position` is the number of attempts in the log.
    mutating func set(_ wish: SkillWish, of skill: String, to isWanted: Bool, position: Int) {
        switch wish {
        case .goal: goal = isWanted ? skill : nil
        case .pin where isWanted: pinned.insert(skill)
        case .pin: pinned.remove(skill)
        case .hide where isWanted:
            hidden.insert(skill)
            pinned.remove(skill)
            if goal == skill { goal = nil }
        case .hide: hidden.remove(skill)
        case .reset where isWanted: resets.append(SkillReset(skill: skill, position: position))
        case .reset:
            guard let last = resets.lastIndex(where: { $0.skill == skill }) else { return }
            resets.remove(at: last)
        }
        if isWanted, wish == .goal || wish == .pin { hidden.remove(skill) }
    }
}
