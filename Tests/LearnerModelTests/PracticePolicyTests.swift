import LearnerModel
import Mathematics
import Testing

@Suite struct PracticePolicyTests {
    @Test("equal logs, seeds and clocks give equal choices", arguments: 0..<4)
    func determinism(seed: UInt64) {
        var one = SampleLearner(seed: seed)
        one.practise(120)
        var other = SampleLearner(seed: seed)
        other.practise(120)

        #expect(one.choices == other.choices)
        #expect(one.choices.count == 120)
    }

    @Test("no problem comes twice", arguments: 0..<4)
    func freshness(seed: UInt64) {
        var learner = SampleLearner(seed: seed)
        learner.practise(300)

        let problems = Set(learner.choices.map { "\($0.template) \($0.seed)" })
        #expect(problems.count == 300)
    }

    @Test("after its first three problems a skill never comes twice running", arguments: 0..<4)
    func interleaving(seed: UInt64) {
        var learner = SampleLearner(seed: seed)
        learner.practise(300)

        var counts: [String: Int] = [:]
        for (earlier, later) in zip(learner.choices, learner.choices.dropFirst()) {
            counts[earlier.skill, default: 0] += 1
            if counts[earlier.skill, default: 0] >= 3 { #expect(earlier.skill != later.skill) }
        }
    }

    @Test func `placement takes at most twenty-five problems and then learning begins`() {
        var learner = SampleLearner(seed: 3)
        learner.practise(40)

        let placements = learner.choices.prefix { $0.purpose == .placement }.count
        #expect((5...25).contains(placements))
        #expect(!learner.choices.dropFirst(placements).contains { $0.purpose == .placement })
    }

    @Test func `a learner who knows everything is placed on top`() {
        var learner = SampleLearner(seed: 3)
        learner.practise(25, answer: { _, _ in true })

        let familiar = wholeCurriculum.skills.filter {
            learner.state.skill($0.id).mastery >= .familiar
        }
        #expect(familiar.count > 35)
    }

    @Test func `a learner who knows nothing begins with the first grade`() {
        var learner = SampleLearner(seed: 3)
        learner.practise(
            60,
            answer: { choice, _ in
                choice.purpose != .placement
            })

        let first = learner.choices.first { $0.purpose == .learning }
        #expect(wholeCurriculum[first?.skill ?? ""]?.grades.lowerBound == 1)
    }

    @Test func `a new skill is told to stand on known ground only where it does`() throws {
        var learner = SampleLearner(seed: 3)
        learner.preferences.usesPlacement = false
        learner.preferences.lowestGrade = 3
        learner.preferences.highestGrade = 5
        var claims: [Bool] = []
        for _ in 0..<60 {
            let choice = try #require(learner.nextChoice())
            if case .new(let isPrepared) = choice.reason {
                let skill = try #require(wholeCurriculum[choice.skill])
                let isTrue = skill.prerequisites.allSatisfy {
                    learner.state.skill($0.skill).mastery >= .familiar
                }
                #expect(!isPrepared || isTrue)
                claims.append(isPrepared)
            }
            learner.milliseconds += 60_000
            learner.take(learner.attempt(for: choice, isRight: true))
        }
        #expect(Set(claims) == [false, true])
    }

    @Test func `the first problem after placement says that placement is over`() throws {
        var learner = SampleLearner(seed: 3)
        learner.practise(60, answer: { choice, _ in choice.purpose != .placement })

        let first = try #require(learner.choices.firstIndex { $0.purpose != .placement })
        #expect(learner.choices.map(\.endsPlacement).firstIndex(of: true) == first)
        #expect(learner.choices.count(where: \.endsPlacement) == 1)
    }

    @Test(arguments: [2, 4, 6]) func `placement begins at the school grade`(grade: Int) throws {
        var learner = SampleLearner(seed: 3)
        learner.preferences.lowestGrade = max(1, grade - 2)
        learner.preferences.highestGrade = grade

        let first = try #require(learner.nextChoice())
        #expect(wholeCurriculum[first.skill]?.grades.contains(grade) == true)
    }

    @Test func `one mistake is no row of mistakes`() {
        func sentence(_ wrong: Int) -> String {
            ChoiceReason.afterMistakes(wrong: wrong).sentence(for: "a", in: .korean) { $0 }
        }
        #expect(sentence(1) == "지난번에 ‘a’ 문제를 틀렸어요. 알맞은 문제로 다시 해 봐요.")
        #expect(sentence(2).contains("2번 이어서"))
    }

    @Test func `no unfinished skill takes more than twelve problems a day`() {
        var learner = SampleLearner(seed: 9)
        learner.preferences.usesPlacement = false
        learner.practise(60, perDay: 30, answer: { _, _ in false })

        var counts: [String: Int] = [:]
        for choice in learner.choices.prefix(30) { counts[choice.skill, default: 0] += 1 }
        #expect(counts.values.allSatisfy { $0 <= 12 })
        #expect(learner.choices.contains { $0.startsWithExample })
    }

    @Test func `what is finished is kept fresh in turn`() throws {
        var learner = SampleLearner(seed: 3)
        learner.preferences.usesPlacement = false
        let few = Set(wholeCurriculum.skills.prefix(4).map(\.id))
        learner.preferences.hidden = Set(wholeCurriculum.skills.map(\.id)).subtracting(few)
        learner.practise(200, answer: { _, _ in true })

        let early = learner.choices.suffix(40).filter { $0.purpose == .earlyReview }
        var counts: [String: Int] = [:]
        for choice in early { counts[choice.skill, default: 0] += 1 }
        let most = try #require(counts.values.max())
        #expect(counts.count == 4)
        #expect(most - (counts.values.min() ?? 0) <= 3)
    }

    @Test func `a hidden skill never comes and a pinned one comes first`() {
        var learner = SampleLearner(seed: 2)
        learner.preferences.usesPlacement = false
        learner.preferences.hidden = ["add_to.result"]
        learner.preferences.pinned = ["geo.circle"]
        learner.practise(100)

        #expect(learner.choices.first?.skill == "geo.circle")
        #expect(!learner.choices.contains { $0.skill == "add_to.result" })
    }

    @Test func `a goal leaves only the way to it`() throws {
        var learner = SampleLearner(seed: 2)
        learner.preferences.usesPlacement = false
        learner.preferences.goal = "percent.of"
        learner.practise(60)

        let goal = try #require(wholeCurriculum.position(of: "percent.of"))
        let way = Set(
            (wholeCurriculum.ancestors(of: goal) + [goal]).map { wholeCurriculum.skills[$0].id })
        for choice in learner.choices where choice.purpose == .learning {
            #expect(way.contains(choice.skill))
        }
    }

    @Test func `a range of grades is kept`() {
        var learner = SampleLearner(seed: 2)
        learner.preferences.lowestGrade = 5
        learner.preferences.highestGrade = 6
        learner.practise(80)

        for choice in learner.choices {
            let grades = wholeCurriculum[choice.skill]?.grades ?? 1...1
            #expect(grades.overlaps(5...6))
        }
    }

    @Test("every reason is a sentence in both languages", arguments: Language.allCases)
    func reasons(language: Language) {
        var learner = SampleLearner(seed: 4)
        learner.practise(400)

        for choice in learner.choices {
            let sentence = choice.reason.sentence(for: choice.skill, in: language) { $0 }
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix(")."))
            #expect(sentence.count < 160)
        }
    }
}
