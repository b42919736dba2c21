internal import GRDB
public import LearnerModel

extension LearnerStore {
    /// Answers after which a computed state is worth keeping.
    private static let worthKeeping = 100

    /// What is known of a learner: the kept state brought up to date, or the whole log replayed.
    ///
    /// The result is always that of replaying the log; only the time differs.
    public func learnerState(
        of learner: String, resets: [SkillReset] = [], in curriculum: Curriculum,
        model: ChanceModel = .standard
    ) throws(LearnerStoreError) -> LearnerState {
        let kind = Self.kind(resets: resets, curriculum, model)
        var state = LearnerState(model: model)
        var built: Int64 = 0
        if let kept = try cachedState(of: learner, kind: kind),
            // A state in a form that cannot be read any more is computed anew.
            let known = try? LearnerState(snapshot: kept.payload, model: model)
        {
            (state, built) = (known, kept.builtFrom)
        }
        let start = state.attempts
        var pending = resets.filter { $0.position >= start }
            .sorted { ($0.position, $0.skill) < ($1.position, $1.skill) }[...]
        let last = try bring(&state, of: learner, after: built, &pending, in: curriculum)
        if state.attempts - start >= Self.worthKeeping, mode == .writing, location != nil {
            keep(state, builtFrom: last, of: learner, kind: kind)
        }
        for reset in pending { state.reset(reset.skill) }
        return state
    }

    /// Applies what came after a state without holding the log in memory; returns the last place.
    private func bring(
        _ state: inout LearnerState, of learner: String, after sequence: Int64,
        _ resets: inout ArraySlice<SkillReset>, in curriculum: Curriculum
    ) throws(LearnerStoreError) -> Int64 {
        let (start, pending) = (state, resets)
        let (current, left, last) = try reading { database in
            var (state, resets, last) = (start, pending, sequence)
            try Self.visit(database, learner: learner, after: sequence) { stored in
                while let reset = resets.first, reset.position <= state.attempts {
                    state.reset(reset.skill)
                    resets.removeFirst()
                }
                state.apply(stored.attempt, in: curriculum)
                last = stored.sequence
            }
            return (state, resets, last)
        }
        (state, resets) = (current, left)
        return last
    }

    /// Keeping is only for speed, so that a failure changes nothing.
    private func keep(
        _ state: LearnerState, builtFrom: Int64, of learner: String, kind: String
    ) {
        guard let payload = try? state.snapshot() else { return }
        try? keep(payload, builtFrom: builtFrom, of: learner, kind: kind)
        try? writing { database in
            try database.execute(
                sql: "DELETE FROM caches WHERE learner = ? AND kind LIKE 'state-%' AND kind <> ?",
                arguments: [learner, kind])
        }
    }

    /// A name for everything besides the log that the state depends on.
    private static func kind(
        resets: [SkillReset], _ curriculum: Curriculum, _ model: ChanceModel
    ) -> String {
        var sum = RowChecksum()
        sum.add(String(describing: model))
        for skill in curriculum.skills {
            sum.add(skill.id)
            sum.add(String(describing: skill.difficulty))
            for earlier in skill.prerequisites {
                sum.add(earlier.skill)
                sum.add(String(describing: earlier.weight))
            }
        }
        for reset in resets {
            sum.add(reset.skill)
            sum.add(Int64(reset.position))
        }
        return "state-1-" + String(sum.value, radix: 16)
    }
}
