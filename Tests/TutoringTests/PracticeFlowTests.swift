import LearnerModel
import LearnerStore
import Mathematics
import Problems
import Testing
import Tutoring

@Suite struct PracticeFlowTests {
    @Test func `a session begins with the problem that was left on the screen`() {
        let player = FlowPlayer()

        #expect(
            player.effects == [.choose(.resumeOrNext, .english, player.flow.plan)])
        #expect(player.flow.problemNumber == 1)
    }

    @Test func `no verdict is shown before the attempt is reported as stored`() {
        var flow = FlowPlayer().flow

        let effects = flow.handle(.submit("7"), at: 5)

        guard case .record(let submission) = effects.first else {
            Issue.record("nothing is recorded")
            return
        }
        #expect(submission.input == "7" && submission.time == 5)
        #expect(flow.phase == .storing(submission.posed))
    }

    @Test func `a second answer while one is being stored changes nothing`() {
        var flow = FlowPlayer().flow
        _ = flow.handle(.submit("7"), at: 5)
        let before = flow

        let effects = flow.handle(.submit("8"), at: 6)

        #expect(effects.isEmpty && flow == before)
    }

    @Test func `a wrong answer can be tried once more and then not again`() {
        var player = FlowPlayer()

        player.act(.submit("8"))
        player.act(.tryAgain)
        #expect(player.flow.posed?.tryNumber == 2)
        player.act(.submit("9"))
        player.act(.tryAgain)

        guard case .feedback(_, let feedback) = player.flow.phase else {
            Issue.record("no feedback")
            return
        }
        #expect(!feedback.mayTryAgain && feedback.isAnswerShown)
        #expect(player.flow.summary.count(of: .notYet) == 1)
    }

    @Test func `a right answer at the second try is counted once and as helped`() {
        var player = FlowPlayer()

        player.act(.submit("8"))
        player.act(.tryAgain)
        player.act(.submit("7"))

        #expect(player.flow.summary.results.map(\.ending) == [.rightWithHelp])
    }

    @Test func `an answer that does not count leaves the problem to be answered`() {
        var player = FlowPlayer()

        player.act(.submit("seven or so"))

        guard case .posing(let posed, let uncounted) = player.flow.phase else {
            Issue.record("the problem is gone")
            return
        }
        #expect(posed.tryNumber == 1 && uncounted?.verdict.verdictClass == .unparsed)
        #expect(player.flow.summary.results.isEmpty)
    }

    @Test func `hints come one by one and end`() {
        var player = FlowPlayer()

        for _ in 1...5 { player.act(.hint) }

        #expect(player.flow.posed?.hintsShown == 3)
        #expect(player.flow.posed?.visibleHints.count == 3)
    }

    @Test func `a hint makes a right answer a helped one`() {
        var player = FlowPlayer()

        player.act(.hint)
        player.act(.submit("7"))

        #expect(player.flow.summary.results.map(\.ending) == [.rightWithHelp])
        #expect(player.flow.summary.streak == 0)
    }

    @Test func `skipping is recorded and goes on to the next problem`() {
        var player = FlowPlayer()

        player.act(.skip)

        #expect(player.flow.posed?.problem.seed == 2)
        #expect(player.flow.summary.results.map(\.ending) == [.skipped])
    }

    @Test func `asking for the answer is recorded and shows it`() {
        var player = FlowPlayer()

        player.act(.explain)

        guard case .feedback(_, let feedback) = player.flow.phase else {
            Issue.record("no feedback")
            return
        }
        #expect(feedback.attempt.outcome == .revealed && feedback.isAnswerShown)
    }

    @Test func `an explanation after the first wrong answer gives up the second try`() {
        var player = FlowPlayer()

        player.act(.submit("8"))
        player.act(.explain)
        player.act(.tryAgain)

        #expect(player.flow.summary.results.map(\.ending) == [.notYet])
        #expect(player.effects.last == .remember(nil))
    }

    @Test func `one like this asks for the same template`() {
        var player = FlowPlayer()
        player.act(.submit("7"))

        player.act(.oneLikeThis)

        #expect(
            player.effects.last
                == .choose(.like(sampleProblem(seed: 1)), .english, player.flow.plan))
    }

    @Test func `a session ends after its number of problems`() {
        var player = FlowPlayer(count: 2)

        player.act(.submit("7"))
        player.act(.next)
        #expect(player.flow.problemNumber == 2)
        player.act(.skip)

        #expect(player.flow.phase == .finished)
        #expect(player.flow.problemNumber == 2)
    }

    @Test func `a dispute can be taken back`() {
        var player = FlowPlayer()
        player.act(.submit("8"))

        player.act(.dispute)
        player.act(.dispute)
        player.act(.undoDispute)

        let labels = player.effects.compactMap { effect in
            if case .label(_, let label) = effect { label } else { nil }
        }
        #expect(labels == [.disputed(true), .disputed(false)])
    }

    @Test func `the language changes in place`() {
        var player = FlowPlayer()
        player.act(.hint)

        player.act(.speak(.korean))

        #expect(player.flow.posed?.problem.language == .korean)
        #expect(player.flow.posed?.hintsShown == 1)
    }

    @Test func `the reason changes with the language`() {
        var player = FlowPlayer()

        player.act(.speak(.korean))

        #expect(player.flow.posed?.reason == "새로워요.")
    }

    @Test func `a worked example is read once, in the language in force`() {
        var player = FlowPlayer(hasExamples: true)

        player.act(.speak(.korean))
        #expect(player.flow.posed?.example?.language == .korean)
        player.act(.readExample)
        #expect(player.flow.posed?.example == nil)
        player.act(.readExample)

        let remembered = player.effects.filter { effect in
            if case .remember = effect { true } else { false }
        }
        #expect(remembered.count == 1)
    }

    @Test func `the time of an answer begins after the worked example`() {
        var player = FlowPlayer(hasExamples: true)

        player.act(.readExample)

        #expect(player.flow.posed?.shownAt == 1_000)
    }

    @Test func `the sentence of a verdict changes with the language`() {
        var player = FlowPlayer()
        player.act(.submit("5"))

        player.act(.speak(.korean))

        guard case .feedback(_, let feedback) = player.flow.phase else {
            Issue.record("no verdict is on the screen")
            return
        }
        #expect(feedback.verdict.message == "아직 정답이 아니에요.")
    }

    @Test func `a second try that was left unused is not posed again`() {
        var player = FlowPlayer(count: 1)
        player.act(.submit("5"))

        player.act(.next)

        #expect(player.flow.phase == .finished)
        #expect(player.effects.last == .remember(nil))
    }

    @Test func `a failure is made good by asking for the same thing again`() {
        var flow = FlowPlayer().flow
        let asked = flow.handle(.submit("7"), at: 5)
        _ = flow.handle(.failed(.notStored(.diskFull(path: "x"))), at: 6)

        let again = flow.handle(.retry, at: 7)

        #expect(again == asked)
    }

    @Test func `random actions never count a problem twice or stop a session short`() {
        let actions: [PracticeAction] = [
            .submit("7"), .submit("8"), .submit("x"), .submit(""), .hint, .skip, .explain,
            .tryAgain, .next, .oneLikeThis, .dispute, .undoDispute, .retry, .begin,
            .speak(.korean), .speak(.english), .rateReading(isRight: true),
        ]
        var generator = SplitMix64(seed: 7)
        for _ in 1...200 {
            var player = FlowPlayer(count: 5)
            for _ in 1...60 {
                guard let action = actions.randomElement(using: &generator) else { return }
                player.act(action)
            }

            let seeds = player.flow.summary.results.map(\.problem.seed)
            #expect(Set(seeds).count == seeds.count)
            #expect(seeds.count <= 5)
            #expect((seeds.count == 5) || player.flow.phase != .finished)
        }
    }
}
