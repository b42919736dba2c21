import Mathematics
import ProblemEncoding
import Testing

@testable import Tutoring

@Suite struct ThinkingTests {
    private func context(_ standing: ExplanationContext.Standing) -> ExplanationContext {
        ExplanationContext(
            problem: "Tom has 84 cards. He gives away 27. How many are left?", expected: "57",
            answer: "111", standing: standing)
    }

    @Test func `a reader without a model grades words by exact rules`() {
        let thinking = ProblemReader.none.think("84 + 27 = 111", context(.wrong))

        #expect(thinking.grade == .misconception)
        #expect(thinking.misconception == "WRONG_OP")
    }

    @Test func `a reader without a model finds no thinking in a guess`() {
        #expect(ProblemReader.none.think("i guessed", context(.wrong)).grade == .unclear)
    }

    @Test func `words about a wrong answer come back as thinking and leave the second try open`() {
        var player = FlowPlayer()
        player.act(.submit("5"))

        player.act(.reason("i guessed"))

        guard case .feedback(_, let feedback) = player.flow.phase else {
            Issue.record("no feedback: \(player.flow.phase)")
            return
        }
        #expect(feedback.thinking?.grade == .unclear)
        #expect(feedback.mayTryAgain)
    }

    @Test func `empty words ask for nothing`() {
        var player = FlowPlayer()
        player.act(.submit("5"))
        let before = player.effects.count

        player.act(.reason("  "))

        #expect(player.effects.count == before)
    }
}
