import LearnerModel
import Mathematics
import Testing

private let skill = "percent.of"

@Suite struct LearnerStateTests {
    @Test("a state rebuilt from the log equals the state kept up to date", arguments: 0..<8)
    func replay(seed: UInt64) {
        var learner = SampleLearner(seed: seed)
        learner.practise(150)

        let rebuilt = LearnerState.replaying(learner.log, in: wholeCurriculum)

        #expect(rebuilt == learner.state)
        #expect(learner.log.count == 150)
    }

    @Test func `a reset is replayed at its place in the log`() {
        var learner = SampleLearner(seed: 5)
        learner.practise(60)
        let reset = SkillReset(skill: learner.log[10].skill, position: 60)
        learner.state.reset(reset.skill)
        learner.practise(60)

        let rebuilt = LearnerState.replaying(
            learner.log, resets: [reset], in: wholeCurriculum)

        #expect(rebuilt == learner.state)
    }

    @Test func `a right answer raises the chance and a wrong one lowers it`() throws {
        let known = try #require(wholeCurriculum[skill])
        let moment = Attempt.sample(skill: skill, isRight: true).moment
        var right = LearnerState()
        right.apply(.sample(skill: skill, isRight: true), in: wholeCurriculum)
        var wrong = LearnerState()
        wrong.apply(.sample(skill: skill, isRight: false), in: wholeCurriculum)

        let before = LearnerState().chance(of: known, at: moment)

        #expect(right.chance(of: known, at: moment) > before)
        #expect(wrong.chance(of: known, at: moment) < before)
    }

    @Test func `an answer that does not count teaches nothing`() {
        var attempt = Attempt.sample(skill: skill, isRight: false)
        attempt.counted = false
        attempt.verdict = .form
        var state = LearnerState()
        state.apply(attempt, in: wholeCurriculum)

        #expect(state.count == 0)
        #expect(state.ability == 0)
        #expect(state.skill(skill).mastery == .notStarted)
        #expect(state.skill(skill).memory == nil)
    }

    @Test func `a skipped problem teaches nothing`() {
        var attempt = Attempt.sample(skill: skill, isRight: false)
        attempt.outcome = .skipped
        var state = LearnerState()
        state.apply(attempt, in: wholeCurriculum)

        #expect(state.count == 0)
        #expect(state.skill(skill).memory == nil)
    }

    @Test func `an answer that was shown counts as forgotten`() {
        var attempt = Attempt.sample(skill: skill, isRight: false)
        attempt.outcome = .revealed
        attempt.counted = false
        var state = LearnerState()
        state.apply(attempt, in: wholeCurriculum)

        #expect(state.skill(skill).fails == 1)
        #expect(state.skill(skill).memory?.stability == 0.212)
    }

    @Test func `a hint makes a right answer a hard one and no success`() {
        var attempt = Attempt.sample(skill: skill, isRight: true)
        attempt.hints = 1
        var state = LearnerState()
        state.apply(attempt, in: wholeCurriculum)

        #expect(state.skill(skill).wins == 0)
        #expect(state.skill(skill).memory?.stability == 1.2931)
        #expect(state.skill(skill).hints == 1)
    }

    @Test func `a right second try mends the review but not the rating`() {
        var state = LearnerState()
        state.apply(.sample(skill: skill, isRight: false), in: wholeCurriculum)
        let ability = state.ability
        var second = Attempt.sample(skill: skill, isRight: true)
        second.tryNumber = 2
        state.apply(second, in: wholeCurriculum)

        #expect(state.ability == ability)
        #expect(state.skill(skill).count == 1)
        #expect(state.skill(skill).memory?.stability == 1.2931)
    }

    @Test func `only the first answer of a day is a review`() {
        var state = LearnerState()
        state.apply(.sample(skill: skill, isRight: true), in: wholeCurriculum)
        let memory = state.skill(skill).memory
        state.apply(.sample(skill: skill, isRight: false, seed: 2), in: wholeCurriculum)

        #expect(state.skill(skill).memory == memory)
    }

    @Test func `three right answers in a row make a skill proficient`() {
        var state = LearnerState()
        for seed in 1...3 {
            state.apply(
                .sample(skill: skill, isRight: true, seed: UInt64(seed)), in: wholeCurriculum)
        }

        #expect(state.skill(skill).mastery == .proficient)
    }

    @Test func `a right review on a later day masters and a missed one demotes`() {
        var state = LearnerState()
        for seed in 1...3 {
            state.apply(
                .sample(skill: skill, isRight: true, seed: UInt64(seed)), in: wholeCurriculum)
        }
        var review = Attempt.sample(skill: skill, isRight: true, day: 20_470)
        review.purpose = .review
        state.apply(review, in: wholeCurriculum)
        #expect(state.skill(skill).mastery == .mastered)

        var missed = Attempt.sample(skill: skill, isRight: false, day: 20_500)
        missed.purpose = .review
        state.apply(missed, in: wholeCurriculum)

        #expect(state.skill(skill).mastery == .proficient)
    }

    @Test func `a later skill answered right also practises what it builds on`() {
        var state = LearnerState()
        state.apply(.sample(skill: "percent.of", isRight: true), in: wholeCurriculum)
        let before = state.skill("percent.of").memory?.stability ?? 0
        state.apply(
            .sample(skill: "percent.discount", isRight: true, day: 20_463), in: wholeCurriculum)

        #expect((state.skill("percent.of").memory?.stability ?? 0) > before)
        #expect(state.skill("percent.of").memoryDay == 20_463)
    }

    @Test("no clock breaks the state", arguments: [Int64.min, -1, 0, Int64.max])
    func clock(time: Int64) throws {
        let known = try #require(wholeCurriculum[skill])
        var state = LearnerState()
        for day in [20_458, 20_459] {
            state.apply(.sample(skill: skill, isRight: true, day: day), in: wholeCurriculum)
        }
        var attempt = Attempt.sample(skill: skill, isRight: true)
        attempt.time = time
        state.apply(attempt, in: wholeCurriculum)

        let chance = state.chance(of: known, at: Moment(milliseconds: time, utcOffset: 0))

        #expect((0...1).contains(chance))
        #expect((state.summary(of: known, at: attempt.moment).memory ?? -1) >= 0)
    }
}
