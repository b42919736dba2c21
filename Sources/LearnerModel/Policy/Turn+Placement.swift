extension Turn {
    /// Returns the problem that decides most about what a new learner knows already.
    mutating func placementChoice() -> Choice? {
        guard preferences.usesPlacement, state.practiceCount == 0,
            state.placementCount < PracticePolicy.placementLimit
        else { return nil }
        let undecided = curriculum.skills.indices.filter { position in
            let skill = curriculum.skills[position]
            return preferences.allows(skill) && isUndecided(skill.id)
        }
        guard let best = mostTelling(atGrade(undecided)) else { return nil }
        return choice(
            of: curriculum.skills[best], for: .placement,
            because: .placement(
                number: state.placementCount + 1, most: PracticePolicy.placementLimit))
    }

    /// Leaves the skills of the learner's school grade for the first question; the answer tells
    /// whether what comes before needs to be asked at all.
    private func atGrade(_ undecided: [Int]) -> [Int] {
        guard let grade = preferences.highestGrade, state.placementCount == 0 else {
            return undecided
        }
        let fitting = undecided.filter { curriculum.skills[$0].grades.contains(grade) }
        return fitting.isEmpty ? undecided : fitting
    }

    private func isUndecided(_ id: String) -> Bool {
        guard let known = state.skills[id] else { return true }
        return known.count == 0 && known.lastSequence == 0 && !known.isPlaced
            && !known.isPlacedBelow
    }

    /// Returns the skill whose answer settles most uncertainty in the skills tied to it.
    private func mostTelling(_ undecided: [Int]) -> Int? {
        let isOpen = Set(undecided)
        var uncertainty: [Int: Double] = [:]
        for position in undecided {
            let chance = state.chance(of: curriculum.skills[position], level: 3, onDay: today)
            uncertainty[position] = chance * (1 - chance)
        }
        func value(_ position: Int) -> Double {
            let tied = curriculum.ancestors(of: position) + curriculum.descendants(of: position)
            let own = uncertainty[position] ?? 0
            return own * tied.filter(isOpen.contains).reduce(own) { $0 + (uncertainty[$1] ?? 0) }
        }
        let lastStrand = state.lastSkill.flatMap { curriculum[$0]?.strand }
        return undecided.max { left, right in
            // A change of strand breaks ties, so that placement does not dwell on one thing.
            let values = (value(left), value(right))
            guard values.0 == values.1 else { return values.0 < values.1 }
            let isSame = (
                curriculum.skills[left].strand == lastStrand,
                curriculum.skills[right].strand == lastStrand
            )
            return isSame.0 && !isSame.1
        }
    }
}
