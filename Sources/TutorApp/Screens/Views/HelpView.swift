import Retraining
import TerminalUI

extension ScreenDrawing {
    /// The help of the screen below it, made from the table that answers its keys.
    mutating func drawHelp() {
        var below = model
        below.overlay = model.covered
        let rows = KeyTables(below).current.bindings
            .filter { !$0.help.isEmpty && !$0.caption.isEmpty }
        let captions = rows.map(\.caption.displayWidth).max() ?? 0
        let texts = rows.map(\.help.displayWidth).max() ?? 0
        let inside = canvas.dialog(
            title: say("Keys", "키"),
            size: Size(
                rows: min(rows.count + 1, canvas.size.rows - 4),
                columns: min(max(captions + texts + 2, 40), canvas.size.columns - 4)))
        for (offset, binding) in rows.prefix(inside.rows - 1).enumerated() {
            let row = inside.row + offset
            canvas.write(binding.caption, row: row, column: inside.column, .title)
            canvas.write(
                binding.help.truncated(to: inside.columns - captions - 2, glyphs), row: row,
                column: inside.column + captions + 2)
        }
        canvas.write(
            say("The same keys work in Hangul mode (ㅂ = q).", "한글 상태에서도 같은 키예요 (ㅂ = q).")
                .truncated(to: inside.columns, glyphs),
            row: inside.endRow - 1, column: inside.column, .dim)
    }

    mutating func drawPause(_ selected: Int) {
        let names = PauseChoice.available(in: model.practice).map { choice in
            switch choice {
            case .goOn: say("Go on", "계속하기")
            case .newNumbers: say("The same problem, new numbers", "같은 문제를 다른 수로")
            case .anotherStory: say("The same idea, another story", "같은 생각을 다른 이야기로")
            case .skip: say("Skip this problem; it comes back", "이 문제 건너뛰기, 나중에 다시 나와요")
            case .explain: say("Show the answer and the steps", "답과 풀이 보기")
            case .finish: say("Finish: what this round came to", "마치기: 이번 연습 결과 보기")
            case .home: say("Home; the problem waits here", "처음으로, 문제는 기다려요")
            }
        }
        drawChoices(title: say("Pause", "쉬기"), text: "", names, selected)
    }

    mutating func drawQuit(_ selected: Int) {
        let training = model.retrain.training
        let share = say.percent(training?.fraction ?? 0)
        drawChoices(
            title: say("Training is running", "학습하는 중이에요"),
            text: say("It is \(share) done. What should happen?", "\(share)까지 했어요. 어떻게 할까요?"),
            [
                say("Stay", "그대로 있기"), quitAndGoOn(training),
                say("Quit and throw the training away", "끝내고 학습은 버리기"),
            ], selected)
    }

    /// What is left of the training when the program ends.
    private func quitAndGoOn(_ training: TrainingFigures?) -> String {
        guard let training, !training.heldOutAccuracies.isEmpty else {
            return say("Quit; the training begins anew next time", "끝내기, 학습은 다음에 처음부터")
        }
        let pass = training.heldOutAccuracies.count
        return say(
            "Quit; next time it goes on after pass \(pass)", "끝내기, 다음에 \(pass)번째 뒤부터 이어서")
    }

    mutating func drawMayTrain(_ selected: Int) {
        drawChoices(
            title: say("May it learn by itself?", "혼자 배워도 될까요?"),
            text: say(
                "You told it \(AutomaticTraining().fewestLabels) new things. It can learn when nobody "
                    + "types.",
                "새로 알려 준 것이 \(AutomaticTraining().fewestLabels)개예요. 아무도 안 쓸 때 배울 수 있어요."),
            [
                say("No, only when I start it", "아니요, 내가 시작할 때만"),
                say("Yes, when idle and not on battery", "네, 쉴 때만, 배터리로는 안 해요"),
            ], selected)
    }

    private mutating func drawChoices(
        title: String, text: String, _ names: [String], _ selected: Int
    ) {
        let widest = (names + [text]).map(\.displayWidth).max() ?? 0
        let textRows = text.isEmpty ? 0 : 2
        let inside = canvas.dialog(
            title: title, size: Size(rows: names.count + textRows, columns: widest + 6))
        canvas.write(
            text.truncated(to: inside.columns, glyphs), row: inside.row, column: inside.column)
        for (index, name) in names.enumerated() {
            menuRow(
                name, number: index + 1, isSelected: index == selected,
                row: inside.row + textRows + index, column: inside.column, columns: inside.columns)
        }
    }
}
