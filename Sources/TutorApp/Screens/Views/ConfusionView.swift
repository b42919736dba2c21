import ProblemEncoding
import TerminalUI

extension ScreenDrawing {
    /// The rows that the table of mixed-up calculations takes.
    static let confusionRows = 7

    /// Which calculation was asked for and which one was done.
    mutating func drawConfusion(_ confusion: Confusion, row: Int, columns: Int) {
        let left = 36
        canvas.write(
            say("Asked for  \(glyphs.breadcrumb)  what you did", "물은 것  \(glyphs.breadcrumb)  한 것"),
            row: row, column: 2, .title)
        for (index, done) in Confusion.operations.enumerated() {
            canvas.write(
                sign(of: done), row: row, endingAt: left + 9 * index + 6, .title)
        }
        for (offset, asked) in Confusion.operations.enumerated() {
            let line = row + 1 + offset
            canvas.write(calculationName(asked), row: line, column: 4)
            for (index, done) in Confusion.operations.enumerated() {
                let count = confusion.count(asked, done)
                let isMixup = asked != done && count > 0
                let text = count == 0 ? glyphs.separator : isMixup ? "[\(count)]" : "\(count) "
                canvas.write(
                    text, row: line, endingAt: left + 9 * index + 7,
                    isMixup ? .bad : count == 0 ? .dim : .text)
            }
        }
        if let most = confusion.mixups.first {
            canvas.write(
                mixupSentence(most).truncated(to: columns - 4, glyphs), row: row + 5, column: 2,
                .dim)
        }
    }

    func mixupSentence(_ mixup: Confusion.Mixup) -> String {
        let asked = calculationName(mixup.asked)
        let done = calculationName(mixup.done)
        return say(
            "\(asked.prefix(1).uppercased() + asked.dropFirst()) problems solved by \(done): "
                + "\(mixup.count).",
            "\(asked) 문제를 \(KoreanParticle.by.attached(to: done)) 풀었어요: \(mixup.count)번.")
    }

    private func calculationName(_ operation: RootOperation) -> String {
        switch operation {
        case .addition: say("addition", "덧셈")
        case .subtraction: say("subtraction", "뺄셈")
        case .multiplication: say("multiplication", "곱셈")
        case .division: say("division", "나눗셈")
        case .other: say("another", "다른 계산")
        }
    }

    private func sign(of operation: RootOperation) -> String {
        switch operation {
        case .addition: "+"
        case .subtraction: "−"
        case .multiplication: "×"
        case .division: "÷"
        case .other: "?"
        }
    }
}
