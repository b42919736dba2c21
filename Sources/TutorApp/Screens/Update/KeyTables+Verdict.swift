import LearnerModel
import TerminalUI
import Tutoring

extension KeyTables {
    /// The keys below a verdict.
    func verdict(_ feedback: Feedback) -> [KeyBinding<Command>] {
        var keys = [
            key(
                [.left, .character("h"), .up], .left, "←→", say("choose", "고르기"),
                say("chooses a button", "단추를 골라요")),
            key([.right, .character("l"), .tab, .down], .right, "", "", ""),
            key([.enter], .enter, "Enter", say("go", "하기"), say("takes it", "고른 것을 해요")),
        ]
        keys += digits
        if !feedback.isAnswerShown {
            keys.append(
                key(
                    [.character("e")], .explain, "e", say("show the answer", "답 보기"),
                    say("shows the answer and the steps", "답과 풀이를 보여 줘요")))
        }
        if !feedback.mayTryAgain {
            keys += [
                key(
                    [.character("r")], .newNumbers, "r", say("new numbers", "다른 수"),
                    say("the same problem with new numbers", "같은 문제를 다른 수로")),
                key(
                    [.character("s")], .anotherStory, "s", say("new story", "다른 이야기"),
                    say("the same idea in another story", "같은 생각을 다른 이야기로")),
            ]
        }
        if feedback.attempt.outcome == .answered {
            keys.append(
                key(
                    [.character("w")], .why, "w", say("say why", "까닭 쓰기"),
                    say("lets you say how you got there", "어떻게 풀었는지 써요")))
        }
        if feedback.thinking != nil || !feedback.readings.isEmpty {
            keys.append(
                key(
                    [.character("y")], .rate(true), "y/n", say("rate the model", "모델 평가"),
                    say("the model read the kind right or not", "모델이 유형을 맞혔는지 알려 줘요")))
            keys.append(key([.character("n")], .rate(false), "", "", ""))
        }
        return keys + [
            back(say("pause", "쉬기"), help: say("pause: finish or home", "쉬기: 마치기, 처음으로"))
        ]
    }

    /// The keys while the learner says how the answer came about.
    var thought: [KeyBinding<Command>] {
        [
            key(
                [.enter], .enter, "Enter", say("done", "다 썼어요"),
                say("shows what your words tell", "쓴 말이 어떤지 보여 줘요")),
            key([.escape], .back, "Esc", say("not now", "나중에"), say("writes nothing", "쓰지 않아요")),
        ]
    }
}
