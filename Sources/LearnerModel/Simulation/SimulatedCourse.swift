import Mathematics

/// What one simulated learner's course came to.
struct SimulatedRecord {
    /// Problems until 80 % of the skills were truly mastered, nil if never.
    var problemsToMastery: Int?
    var masteredAtEnd = 0.0
    var masteredAfterMonth = 0.0
    /// Evenings times skills shown as mastered, and those among them that were not.
    var shown = 0
    var falselyShown = 0
    /// Skills truly strong for long, and those among them not shown as proficient.
    var strong = 0
    var missed = 0
    /// Problems posed for learning, and the right answers among them.
    var learning = 0
    var learningRight = 0
    /// Calibration of the shown chance in ten bins.
    var bins = [(count: Double, chance: Double, right: Double)](repeating: (0, 0, 0), count: 10)
    /// The most problems of one unfinished skill in a day.
    var mostADay = 0
    /// Evenings times skills waiting for review, and those waiting twice their interval.
    var waiting = 0
    var starved = 0
    /// Whether the state rebuilt from the log equals the state that was kept.
    var replaysEqually = true
}

/// Runs one simulated learner through a course of problems.
struct SimulatedCourse {
    let world: SimulationWorld
    let policy: SimulationPolicy
    var practice: PracticePolicy?
    var model = ChanceModel.standard
    let subject: SimulatedSubject
    let problems: Int
    let seed: UInt64

    static let problemsADay = 20

    func record(of number: Int, checksReplay: Bool) -> SimulatedRecord {
        var learner = SimulatedLearner(
            world: world, subject: subject, seed: seed, number: number)
        var teacher = SimulatedTeacher(
            policy, practice: practice, curriculum: subject.curriculum, problems: problems,
            seed: seed, number: number)
        var state = LearnerState(model: model)
        var record = SimulatedRecord()
        var strongSince = [Int?](repeating: nil, count: subject.curriculum.skills.count)
        var log: [Attempt] = []
        for step in 0..<problems {
            let now = Self.moment(of: step)
            let posed = teacher.next(step, state, learner, now: now)
            let skill = subject.curriculum.skills[posed.skill]
            let chance = state.chance(of: skill, level: posed.level, at: now)
            let wasFinished = state.skill(skill.id).mastery >= .proficient
            let isRight = learner.answers(posed.skill, level: posed.level, on: now.localDay)
            teacher.note(isRight: isRight)
            let attempt = Attempt(simulated: posed, of: skill.id, isRight: isRight, at: now)
            state.apply(attempt, in: subject.curriculum)
            if checksReplay { log.append(attempt) }
            record.note(posed, isRight: isRight, chance: chance)
            if !wasFinished {
                record.mostADay = max(
                    record.mostADay, state.skill(skill.id).problems(on: now.localDay))
            }
            if record.problemsToMastery == nil, learner.masteredShare(on: now.localDay) >= 0.8 {
                record.problemsToMastery = step + 1
            }
            if step % Self.problemsADay == Self.problemsADay - 1 {
                endDay(now, step, learner, state, &strongSince, &record)
            }
        }
        finish(learner, state, log, &record)
        return record
    }

    /// Twenty problems a day, a minute each, five days of seven.
    private static func moment(of step: Int) -> Moment {
        let session = step / problemsADay
        let day = 20_000 + session / 5 * 7 + session % 5
        let minute = step % problemsADay
        return Moment(
            milliseconds: Int64(day) * 86_400_000 + 57_600_000 + Int64(minute) * 60_000,
            utcOffset: 0)
    }

    private func endDay(
        _ now: Moment, _ step: Int, _ learner: SimulatedLearner, _ state: LearnerState,
        _ strongSince: inout [Int?], _ record: inout SimulatedRecord
    ) {
        let day = now.localDay
        for (position, skill) in subject.curriculum.skills.enumerated() {
            let known = state.skill(skill.id)
            let chance = learner.chance(of: position, level: 3, on: day)
            if known.mastery == .mastered {
                record.shown += 1
                if chance < 0.70 { record.falselyShown += 1 }
            }
            if known.mastery >= .proficient, known.dueDay <= day {
                record.waiting += 1
                let interval = known.dueDay - known.memoryDay
                if day - known.memoryDay > 2 * max(interval, 1) { record.starved += 1 }
            }
            if chance < 0.90 { strongSince[position] = nil }
            if chance >= 0.90, known.count > 0 {
                let since = strongSince[position] ?? step
                strongSince[position] = since
                if step - since >= 20 {
                    record.strong += 1
                    if known.mastery < .proficient { record.missed += 1 }
                }
            }
        }
    }

    private func finish(
        _ learner: SimulatedLearner, _ state: LearnerState, _ log: [Attempt],
        _ record: inout SimulatedRecord
    ) {
        let day = Self.moment(of: max(0, problems - 1)).localDay
        record.masteredAtEnd = learner.masteredShare(on: day)
        record.masteredAfterMonth = learner.masteredShare(on: day + 30)
        if !log.isEmpty {
            let rebuilt = LearnerState.replaying(log, in: subject.curriculum, model: model)
            record.replaysEqually = rebuilt == state
        }
    }
}

extension SimulatedRecord {
    fileprivate mutating func note(_ posed: SimulatedProblem, isRight: Bool, chance: Double) {
        if posed.purpose == .learning {
            learning += 1
            learningRight += isRight ? 1 : 0
        }
        let bin = min(9, Int(chance * 10))
        bins[bin].count += 1
        bins[bin].chance += chance
        bins[bin].right += isRight ? 1 : 0
    }
}

extension Attempt {
    fileprivate init(
        simulated posed: SimulatedProblem, of skill: String, isRight: Bool, at now: Moment
    ) {
        self.init(
            id: "", time: now.milliseconds, utcOffset: now.utcOffset, learner: "",
            skill: skill, template: posed.template, level: posed.level, seed: posed.seed,
            language: .english, text: "", expected: "", specification: "", input: "",
            outcome: .answered, verdict: isRight ? .correct : .wrong, reason: nil, counted: true,
            misconception: nil, hints: 0, tryNumber: 1, milliseconds: 20_000, model: "",
            purpose: posed.purpose)
    }
}
