import Mathematics
import TerminalUI

extension ScreenDrawing {
    mutating func drawFirstRun() {
        canvas.titleLine(path: ["Math Tutor / 수학 튜터"], facts: [])
        if model.isAskingGrade { return drawGradeQuestion() }
        let isKorean = model.language == .korean
        let box = Rect(row: 2, column: 2, rows: 4, columns: min(44, canvas.size.columns - 4))
        canvas.frame(box)
        menuRow("English", number: 1, isSelected: !isKorean, row: 3, column: 5, columns: 30)
        menuRow("한국어", number: 2, isSelected: isKorean, row: 4, column: 5, columns: 30)
        guard !layout.isCompact else { return }
        canvas.write("Do these look right?   화면이 바르게 보이나요?", row: 8, column: 4, .strong)
        canvas.frame(Rect(row: 10, column: 8, rows: 3, columns: 8))
        canvas.write("12", row: 11, column: 11)
        canvas.progressBar(0.6, row: 10, column: 20, columns: 10)
        canvas.write("\(glyphs.check) \(glyphs.cross)", row: 10, column: 34)
        canvas.write("한|글|이", row: 11, column: 20)
        canvas.write("12|34|56", row: 12, column: 20)
        canvas.write("each syllable is as wide as two digits", row: 11, column: 31, .dim)
        canvas.write("글자 하나는 숫자 두 개만큼 넓어요", row: 12, column: 31, .dim)
        canvas.write("If the box is broken press  b : simpler lines.", row: 15, column: 4)
        canvas.write("상자가 깨져 보이면  b : 단순한 선을 써요.", row: 16, column: 4)
        canvas.write(
            "Everything stays on this computer. / 모든 기록은 이 컴퓨터에만 있어요.", row: 19, column: 4, .dim)
    }

    private mutating func drawGradeQuestion() {
        let row = layout.isCompact ? 2 : 4
        let columns = canvas.size.columns - 4
        canvas.paragraph(
            say("Which school grade are you in?", "몇 학년이에요?"),
            in: Rect(row: row, column: 2, rows: 2, columns: columns), .strong)
        canvas.paragraph(
            say(
                "Press 1 to 9, or Enter for problems of every grade.",
                "1부터 9까지 눌러요. 모든 학년의 문제를 풀려면 Enter를 눌러요."),
            in: Rect(row: row + 2, column: 2, rows: 2, columns: columns))
        guard !layout.isCompact else { return }
        canvas.paragraph(
            say(
                "The first problems find out where you should start. You can change all of this "
                    + "in Settings.",
                "처음 몇 문제로 어디서 시작하면 좋을지 알아봐요. 모두 설정에서 바꿀 수 있어요."),
            in: Rect(row: row + 5, column: 2, rows: 3, columns: min(columns, 76)), .dim)
    }
}
