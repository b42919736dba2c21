import TerminalUI

extension KeyTables {
    /// The keys of a learner's own problem.
    var own: [KeyBinding<Command>] {
        switch model.own.stage {
        case .typing: typingOwn
        case .kinds:
            moving + [
                key(
                    [.enter], .enter, "Enter", say("it is this kind", "이 유형이에요"),
                    say("tells the kind; kept for training", "유형을 알려 줘요, 학습에 써요")),
                key(
                    [.tab], .nextTab, "Tab", say("edit", "고치기"),
                    say("back to the text", "글로 돌아가요")),
            ] + digits + [back(say("back", "뒤로"))]
        case .solving: solvingOwn
        case .preview: previewingOwn
        case .kept: keptOwn
        }
    }

    private var escape: KeyBinding<Command> {
        key([.escape], .back, "Esc", say("back", "뒤로"), say("one step back", "한 걸음 뒤로"))
    }

    private var clearing: KeyBinding<Command> {
        key(
            [.control("u")], .clear, "Ctrl-U", say("clear", "지우기"),
            say("clears the text", "글을 지워요"))
    }

    private var typingOwn: [KeyBinding<Command>] {
        let hasText = model.own.reading != nil
        let hint =
            hasText
            ? say("is the kind right?", "유형이 맞나요?")
            : model.own.kept?.isEmpty == false ? say("my problems", "내 문제들") : ""
        return [
            key(
                [.tab, .enter], .nextTab, "Tab", hint,
                say(
                    "to the kinds; in an empty field to the kept problems",
                    "유형 고르기로, 빈 칸이면 넣어 둔 문제로 가요")),
            clearing, escape,
        ]
    }

    private var solvingOwn: [KeyBinding<Command>] {
        [
            key(
                [.enter], .enter, "Enter", say("other numbers", "다른 수로"),
                say("shows the problem with other numbers", "다른 수로 바꾼 문제를 보여 줘요")),
            clearing,
            key([.tab], .nextTab, "", "", ""), escape,
        ]
    }

    private var previewingOwn: [KeyBinding<Command>] {
        [
            key(
                [.enter], .enter, "Enter", say("keep for practice", "연습에 넣기"),
                say("keeps it: it comes up in practice", "연습에 넣어요, 연습할 때 나와요")),
            key(
                [.character("n")], .new, "n", say("others", "다른 것들"),
                say("shows other numbers", "또 다른 수를 보여 줘요")),
        ]
            + (1...9).map { number in
                key(
                    [.character(Character(String(number)))], .choose(number - 1),
                    number == 1 ? "1-9" : "",
                    number == 1 ? say("number stays or varies", "수를 두거나 바꾸기") : "",
                    number == 1
                        ? say("that number stays or varies", "그 수를 그대로 두거나 바꿔요") : "")
            } + [back(say("back", "뒤로"))]
    }

    private var keptOwn: [KeyBinding<Command>] {
        if model.own.deleting != nil {
            return confirming(
                say("take out", "빼기"),
                say("takes the problem out of practice", "문제를 연습에서 빼요"),
                otherwise: say("keeps the problem", "문제를 그대로 둬요"))
        }
        return moving + paging + [
            key(
                [.enter], .enter, "Enter", say("practice it", "이 문제 연습"),
                say("practices it, with new numbers each time", "수를 바꿔 가며 이 문제를 연습해요")),
            key(
                [.character("d"), .delete], .delete, "d", say("take out", "빼기"),
                say("takes the problem out, after a question", "물어본 뒤 문제를 빼요")),
            key([.tab], .nextTab, "", "", ""), back(say("back", "뒤로")),
        ]
    }
}
