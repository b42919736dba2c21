import LearnerModel
public import LearnerStore
import Mathematics
import Problems

extension TutorSession {
    /// How often another draw is tried where a problem was seen lately or cannot be made.
    private static let redraws = 8

    /// Finds a problem and remembers that it is on the screen before it is shown.
    func choose(
        _ choice: PracticeEffect.Choice, _ language: Language, _ plan: PracticePlan, now: Moment
    ) throws(TutoringError) -> PosedProblem {
        let posed: PosedProblem
        switch choice {
        case .resumeOrNext:
            if let left = try leftOnScreen(language, plan, now: now) {
                posed = left
            } else {
                posed = try next(language, plan, now: now)
            }
        case .next:
            posed = try next(language, plan, now: now)
        case .like(let problem):
            posed = try like(problem, [problem.template], language, now: now)
        case .otherStory(let problem):
            let others = bank.templates(of: problem.skill).map(\.id)
                .filter { $0 != problem.template }
            posed = try like(
                problem, others.isEmpty ? [problem.template] : others, language, now: now)
        }
        try remember(posed)
        return posed
    }

    /// The problem that was on the screen when the last session ended, if it fits the plan.
    private func leftOnScreen(
        _ language: Language, _ plan: PracticePlan, now: Moment
    ) throws(TutoringError) -> PosedProblem? {
        let found = try stored { () throws(LearnerStoreError) in
            try store.problemOnScreen(of: learner)
        }
        guard let note = found, fits(note, plan), plan.skill != nil || mayResume(note) else {
            return nil
        }
        // A template that is gone is no reason to stop: another problem is chosen.
        let problem = try? bank.problem(
            template: note.template, level: note.level, language: language, seed: note.seed,
            distractors: note.distractor)
        guard let problem else { return nil }
        return PosedProblem(
            problem: problem, purpose: Attempt.Purpose(rawValue: note.detail) ?? .learning,
            reasons: [
                .english: "You were working on this problem when you stopped.",
                .korean: "지난번에 풀다가 멈춘 문제예요.",
            ],
            isResumed: true, hintsShown: min(max(note.hints, 0), problem.hints.count),
            tryNumber: min(max(note.tryNumber, 1), 2), shownAt: now.milliseconds)
    }

    /// Returns whether a problem that was left is still wanted: a hidden skill or another school
    /// grade puts it aside, unless the learner asked for it.
    public func mayResume(_ note: ProblemOnScreen) -> Bool {
        guard note.detail != Attempt.Purpose.chosen.rawValue, let skill = curriculum[note.skill]
        else { return true }
        return preferences.allows(skill)
    }

    private func fits(_ note: ProblemOnScreen, _ plan: PracticePlan) -> Bool {
        let isWanted = plan.skill.map { wanted in
            bank.skills.leaves(of: wanted).contains { $0.id == note.skill }
        }
        return isWanted ?? true && (plan.template ?? note.template) == note.template
            && (plan.level ?? note.level) == note.level
    }

    private func next(
        _ language: Language, _ plan: PracticePlan, now: Moment
    ) throws(TutoringError) -> PosedProblem {
        guard let choice = decide(plan, now: now) else { throw .nothingToPractise }
        let template = plan.template ?? choice.template
        let isForeign =
            plan.template == nil
            && bank.own.contains { $0.id == template && $0.language != language }
        let problem = try unseen { redraw throws(GenerationError) in
            let level = plan.level ?? choice.level
            let seed = choice.seed(redraw: redraw)
            return isForeign
                ? try bank.problem(
                    skill: choice.skill, level: level, language: language, seed: seed)
                : try bank.problem(
                    template: template, level: level, language: language, seed: seed)
        }
        return PosedProblem(
            problem: problem, purpose: choice.purpose,
            reasons: reasons(for: choice),
            examples: choice.startsWithExample ? examples(like: problem) : [:],
            shownAt: now.milliseconds)
    }

    /// Returns why the problem was chosen, in every language: the learner may change it any time.
    private func reasons(for choice: Choice) -> [Language: String] {
        Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let sentence = choice.reason.sentence(for: choice.skill, in: language) {
                    bank.skills.name(of: $0, in: language)
                }
                let end = choice.endsPlacement ? Choice.placementEnd(in: language) + " " : ""
                return (language, end + sentence)
            })
    }

    /// Returns a problem of the same structure with other numbers, in every language, to be shown
    /// solved; empty where the template makes no other.
    private func examples(like problem: Problem) -> [Language: Problem] {
        var generator = SplitMix64(
            stream: ["example", problem.template, String(problem.level), String(problem.seed)])
        for _ in 0...Self.redraws {
            let drawn = generator.next() >> 1
            let made = Language.allCases.compactMap { language in
                // A draw that fails is no reason to stop: there is another, or no example.
                try? bank.problem(
                    template: problem.template, level: problem.level, language: language,
                    seed: drawn)
            }
            let isOther = made.allSatisfy { $0.answer.text != problem.answer.text }
            guard made.count == Language.allCases.count, isOther else { continue }
            // A learner's own problem is twice the same, in the one language that it has.
            return Dictionary(made.map { ($0.language, $0) }) { first, _ in first }
        }
        return [:]
    }

    private func decide(_ plan: PracticePlan, now: Moment) -> Choice? {
        let state = learnerState
        let policy = PracticePolicy()
        guard let wanted = plan.skill else {
            return policy.next(
                for: state, in: curriculum, preferences: preferences, seed: seed, now: now)
        }
        // Of several leaves the one that was left alone the longest.
        let leaves = bank.skills.leaves(of: wanted)
            .filter { curriculum[$0.id]?.isAvailable ?? false }
            .min { state.skill($0.id).lastSequence < state.skill($1.id).lastSequence }
        return leaves.flatMap { leaf in
            policy.next(
                of: leaf.id, level: plan.level, for: state, in: curriculum, seed: seed, now: now)
        }
    }

    /// A problem of one of some templates, at the level of another.
    private func like(
        _ problem: Problem, _ templates: [String], _ language: Language, now: Moment
    ) throws(TutoringError) -> PosedProblem {
        var generator = SplitMix64(
            stream: ["like", String(seed), problem.id, String(learnerState.attempts)])
        let first = Int(generator.next() % UInt64(templates.count))
        let seeds = (0...Self.redraws).map { _ in generator.next() }
        let made = try unseen { redraw throws(GenerationError) in
            try bank.problem(
                template: templates[(first + redraw) % templates.count],
                level: problem.level, language: language, seed: seeds[redraw])
        }
        return PosedProblem(
            problem: made, purpose: .chosen,
            reasons: [
                .english: "You asked for another problem like the last one.",
                .korean: "비슷한 문제를 하나 더 풀겠다고 했어요.",
            ], shownAt: now.milliseconds)
    }

    /// Draws until a problem can be made that was not shown lately; the last draw counts anyway.
    private func unseen(
        _ draw: (Int) throws(GenerationError) -> Problem
    ) throws(TutoringError) -> Problem {
        let state = learnerState
        var seen: Problem?
        var fault = GenerationError.unknownIdentifier("")
        for redraw in 0...Self.redraws {
            do {
                let problem = try draw(redraw)
                guard state.hasSeen(text: problem.text, skill: problem.skill) else {
                    return problem
                }
                seen = problem
            } catch {
                fault = error
            }
        }
        if let seen { return seen }
        throw .noProblem(fault)
    }

    /// Notes what is on the screen, for the session after this one.
    func remember(_ posed: PosedProblem?) throws(TutoringError) {
        try stored { () throws(LearnerStoreError) in
            try store.setScreen(posed.map { .replaced(note($0)) } ?? .cleared, of: learner)
        }
    }

    func note(_ posed: PosedProblem) -> ProblemOnScreen {
        let problem = posed.problem
        return ProblemOnScreen(
            attempt: nextAttemptID(at: posed.shownAt), skill: problem.skill,
            template: problem.template, level: problem.level, seed: problem.seed,
            language: problem.language, distractor: problem.distractor, posed: posed.shownAt,
            hints: posed.hintsShown, tryNumber: posed.tryNumber, detail: posed.purpose.rawValue)
    }

    /// Makes the same problem in another language.
    func render(
        _ problem: Problem, _ language: Language
    ) throws(TutoringError) -> Problem {
        do {
            return try bank.problem(
                template: problem.template, level: problem.level, language: language,
                seed: problem.seed, distractors: problem.distractor)
        } catch {
            throw .noProblem(error)
        }
    }
}
