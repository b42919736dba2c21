import Problems
import TerminalUI
import Tutoring

extension KeyTables {
    var firstRun: [KeyBinding<Command>] {
        if model.isAskingGrade {
            return [
                key(
                    [.enter], .enter, "Enter", say("any grade", "모든 학년"),
                    say("problems of every grade", "모든 학년의 문제")),
                key([.escape], .back, "Esc", say("back", "뒤로"), say("one step back", "한 걸음 뒤로")),
            ] + digits
        }
        return [
            key([.character("1")], .choose(0), "1", "English", "English"),
            key([.character("2")], .choose(1), "2", "한국어", "한국어"),
            key(
                [.character("b")], .simpleLines, "b", "box is broken / 상자가 깨져요",
                say("simpler lines", "단순한 선")),
            key([.up, .left], .up, "", "", ""),
            key([.down, .right], .down, "", "", ""),
            key([.enter], .enter, "Enter", "", say("takes the selected one", "고른 것을 해요")),
        ]
    }

    var home: [KeyBinding<Command>] {
        moving + [
            key(
                [.enter], .enter, "Enter", say("open", "열기"),
                say("opens the selected row", "고른 줄을 열어요"))
        ] + digits + [
            key([.escape], .back, "", "", ""),
            key(
                [.character("q")], .quit(0), "q", say("quit", "끝내기"),
                say("quits; everything is saved", "끝내기, 모두 저장돼 있어요")),
        ]
    }

    var practice: [KeyBinding<Command>] {
        guard let practice = model.practice else { return [back(say("home", "처음으로"))] }
        switch practice.flow.phase {
        case .posing(let posed, _):
            return posed.example == nil ? posing(practice, posed) : example
        case .feedback(_, let feedback):
            return practice.thought == nil ? verdict(feedback) : thought
        case .failed:
            return [
                key(
                    [.enter, .character("1")], .enter, "Enter", say("try again", "다시 해 보기"),
                    say("tries again what failed", "안 된 것을 다시 해요")), back(say("home", "처음으로")),
            ]
        case .finished:
            return [
                key(
                    [.enter, .character("1")], .enter, "Enter", say("home", "처음으로"),
                    say("goes home", "처음으로 가요")),
                key(
                    [.character("2")], .choose(1), "2", say("another round", "한 번 더"),
                    say("starts another round", "한 번 더 시작해요")), back(say("home", "처음으로")),
            ]
        case .choosing, .storing: return [back(say("pause", "쉬기"))]
        }
    }

    private var example: [KeyBinding<Command>] {
        [
            key(
                [.enter, .character(" ")], .enter, "Enter",
                say("my turn (or type)", "내가 풀기 (바로 써도 돼요)"),
                say(
                    "poses the problem; typing the answer does so too",
                    "예시를 닫고 문제를 풀어요, 답을 바로 써도 돼요")),
            key(
                [.control("n")], .skip, "Ctrl-N", say("skip", "건너뛰기"),
                say("skips; it comes back later", "건너뛰기, 나중에 다시 나와요")),
            key(
                [.escape], .back, "Esc", say("pause", "쉬기"),
                say("pause: skip, show the answer, finish", "쉬기: 건너뛰기, 답 보기, 마치기")),
        ]
    }

    private func posing(
        _ practice: PracticeState, _ posed: PosedProblem
    ) -> [KeyBinding<Command>] {
        let isScratchOpen = practice.scratch.isOpen
        var keys = [
            key(
                [.enter], .enter, "Enter",
                isScratchOpen ? say("calculate", "계산") : say("check", "채점"),
                say("checks the answer", "답을 채점해요"))
        ]
        if posed.hintsShown < posed.problem.hints.count, !isScratchOpen {
            keys.append(
                key(
                    [.tab], .hint, "Tab", say("hint", "힌트"),
                    say(
                        "next hint (\(posed.problem.hints.count) per problem)",
                        "다음 힌트 (문제마다 \(posed.problem.hints.count)개)")))
        }
        if isScratchOpen {
            keys.append(
                key(
                    [.tab], .scratch, "Tab", say("answer", "답으로"),
                    say("back to the answer", "답으로 돌아가요")))
        } else if practice.answer.text.isEmpty {
            keys.append(
                key(
                    [.character("=")], .scratch, "=", say("calculator", "계산장"),
                    say("scratch calculator, in an empty field", "빈 칸에서 계산장을 열어요")))
        }
        keys += [
            key(
                [.control("n")], .skip, "Ctrl-N", say("skip", "건너뛰기"),
                say("skips; it comes back later", "건너뛰기, 나중에 다시 나와요")),
            key([.pageUp], .pageUp, "", "", ""),
            key(
                [.pageDown], .pageDown, "PgDn", "",
                say("scrolls a long problem", "긴 문제를 넘겨 봐요")),
            key(
                [.escape], .back, "Esc", say("pause", "쉬기"),
                say("pause: skip, show the answer, finish", "쉬기: 건너뛰기, 답 보기, 마치기")),
        ]
        return keys
    }

    var progress: [KeyBinding<Command>] {
        let state = model.progress
        if state.resetting != nil {
            return confirming(
                say("start afresh", "처음부터"), say("starts the skill afresh", "처음부터 다시 배워요"),
                otherwise: say("keeps what is known", "그대로 둬요"))
        }
        var keys = [
            // The line below the skills is full of what can be wished.
            key(
                [.tab], .nextTab, "Tab", state.tab == .skills ? "" : say("tab", "탭"),
                say("next tab", "다음 탭")),
            key([.backTab], .previousTab, "", "", ""),
        ]
        keys += (1...ProgressState.Tab.allCases.count).map { number in
            key(
                [.character(Character(String(number)))], .choose(number - 1),
                number == 1 ? "1-5" : "", "", number == 1 ? say("that tab", "그 탭") : "")
        }
        switch state.tab {
        case .overview, .trends:
            keys += [
                key(
                    [.left, .character("h")], .left, "←→", say("30/90/365 days", "30/90/365일"),
                    say("how far back", "얼마나 오래된 것까지")),
                key([.right, .character("l")], .right, "", "", ""),
            ]
        case .skills:
            keys +=
                unhinted(moving) + paging + [
                    key(
                        [.enter], .enter, "Enter", say("practice", "연습"),
                        say("practices the selected skill", "고른 것을 연습해요"))
                ] + wishes
        case .history:
            keys +=
                moving + paging + [
                    key(
                        [.enter], .enter, "Enter", say("open", "열기"),
                        say("opens the answer", "풀이를 열어요"))
                ]
        case .mistakes:
            keys +=
                moving + [
                    key(
                        [.enter], .enter, "Enter", say("practice", "연습"),
                        say("practices where it happens most", "가장 많이 틀린 것을 연습해요"))
                ]
        }
        return keys + [back(say("back", "뒤로"))]
    }

    /// What can be wished of a skill; the same key takes it back.
    private var wishes: [KeyBinding<Command>] {
        [
            key(
                [.character("g")], .wish(.goal), "g", say("goal", "목표"),
                say("makes it your goal, or no more", "목표로 정해요, 다시 누르면 풀려요")),
            key(
                [.character("p")], .wish(.pin), "p", say("pin", "먼저"),
                say("puts it first, or no more", "먼저 풀어요, 다시 누르면 풀려요")),
            key(
                [.character("h")], .wish(.hide), "h", say("hide", "빼기"),
                say("never poses it, or again", "문제에서 빼요, 다시 누르면 나와요")),
            key(
                [.character("x")], .wish(.reset), "x", say("reset", "처음부터"),
                say("starts it afresh, after a question", "물어본 뒤 처음부터 배워요")),
        ]
    }

    var retrain: [KeyBinding<Command>] {
        guard let training = model.retrain.training else {
            return moving + sideways + [
                key(
                    [.enter], .enter, "Enter", say("start", "시작"),
                    say("starts the training", "학습을 시작해요")), back(say("back", "뒤로")),
            ]
        }
        if training.isRunning {
            return [
                key(
                    [.character("p")], .pauseTraining, "p",
                    training.isPaused ? say("go on", "계속") : say("pause", "멈춤"),
                    say("pauses or goes on", "멈추거나 계속해요")),
                key(
                    [.character("c")], .stopTraining, "c", say("stop", "그만"),
                    say("stops; the model in use stays", "그만두기, 쓰던 모델은 그대로예요")),
                back(say("back (keeps training)", "뒤로 (학습은 계속)")),
            ]
        }
        var keys = [
            key(
                [.enter, .character("1")], .enter, "Enter", say("good", "좋아요"),
                say("closes the result", "결과를 닫아요"))
        ]
        if case .finished = training.stage {
            keys += [
                key(
                    [.character("u"), .character("2")], .otherModel, "u",
                    say("use it now", "바로 쓰기"),
                    say("takes the new model into use at once", "새 모델을 바로 써요")),
                key(
                    [.character("d"), .character("3")], .throwAway, "d",
                    say("throw it away", "새것 버리기"),
                    say("deletes the new model", "새 모델을 지워요")),
            ]
        }
        return keys + [back(say("back", "뒤로"))]
    }

    var models: [KeyBinding<Command>] {
        if model.models.deleting != nil {
            return confirming(
                say("delete", "지우기"), say("deletes the model", "모델을 지워요"),
                otherwise: say("keeps the model", "모델을 그대로 둬요"))
        }
        if model.models.learned != nil { return learned }
        return moving + paging + [
            key(
                [.character("l")], .learned, "l", say("learned from", "배운 것"),
                say("what people taught it", "사람이 알려 준 것을 봐요")),
            key(
                [.enter], .enter, "Enter", say("use", "쓰기"),
                say("takes the model into use", "이 모델을 써요")),
            key(
                [.character("d"), .delete], .delete, "d", say("delete", "지우기"),
                say("deletes the model, after a question", "물어본 뒤 모델을 지워요")),
            back(say("back", "뒤로")),
        ]
    }

    var settings: [KeyBinding<Command>] {
        moving + sideways + [
            key([.enter, .character(" ")], .right, "", "", ""),
            back(say("back (saved)", "뒤로 (저장됨)")),
        ]
    }

    var profiles: [KeyBinding<Command>] {
        if model.profiles.newName != nil {
            return [
                key(
                    [.enter], .enter, "Enter", say("create", "만들기"),
                    say("creates the profile", "사용자를 만들어요")),
                key([.escape], .back, "Esc", say("back", "뒤로"), say("one step back", "한 걸음 뒤로")),
            ]
        }
        return choices(escape: say("back", "뒤로"), hint: say("open", "열기")) + [
            key(
                [.character("n")], .new, "n", say("new", "새 사용자"),
                say("a new learner", "새로 배우는 사람"))
        ]
    }
}
