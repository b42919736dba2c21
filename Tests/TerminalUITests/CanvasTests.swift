import Testing

@testable import TerminalUI

@Suite struct CanvasTests {
    private func canvas(_ rows: Int, _ columns: Int, _ kind: GlyphSet.Kind = .unicode) -> Canvas {
        Canvas(size: Size(rows: rows, columns: columns), glyphs: .of(kind))
    }

    @Test func `a syllable that does not fit is left out whole`() {
        var canvas = canvas(1, 5)

        canvas.write("한글입", row: 0, column: 0)

        #expect(canvas.drawnText == "한글")
    }

    @Test func `covering half of a syllable blanks the other half`() {
        var canvas = canvas(1, 6)
        canvas.write("한글", row: 0, column: 0)

        canvas.write("x", row: 0, column: 1)
        canvas.write("y", row: 0, column: 2)

        #expect(canvas.drawnText == " xy")
        #expect(!canvas.row(0).contains { $0.isRightHalf })
    }

    @Test func `a syllable over two halves blanks both neighbours`() {
        var canvas = canvas(1, 6)
        canvas.write("가나다", row: 0, column: 0)

        canvas.write("라", row: 0, column: 1)

        #expect(canvas.drawnText == " 라 다")
    }

    @Test func `what is outside is clipped`() {
        var canvas = canvas(2, 4)

        canvas.write("abcdef", row: 0, column: -2)
        canvas.write("abcdef", row: 1, column: 2)
        canvas.write("never", row: 7, column: 0)
        canvas.write("never", row: -1, column: 0)

        #expect(canvas.drawnText == "cdef\n  ab")
    }

    @Test func `control characters never reach a cell`() {
        var canvas = canvas(1, 20)

        canvas.write("a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d", row: 0, column: 0)

        #expect(canvas.drawnText == "a [31mb ?cd")
    }

    @Test func `a frame carries its title and its note`() {
        var canvas = canvas(3, 23)

        canvas.frame(canvas.bounds, title: "오늘", note: "12")

        #expect(
            canvas.drawnText == """
                ╭─ 오늘 ───────── 12 ─╮
                │                     │
                ╰─────────────────────╯
                """)
    }

    @Test func `the narrow set has a substitute for what may be two columns wide`() {
        var canvas = canvas(1, 20, .narrow)

        canvas.write("12 × 4 ÷ 2 − 1 “a” ↑│", row: 0, column: 0)

        let signs = canvas.drawnText.unicodeScalars
        #expect(signs.allSatisfy { !$0.isAmbiguousWidth })
        #expect(canvas.drawnText.hasPrefix("12 x 4 / 2 - 1"))
    }

    @Test func `a role map tells apart what text cannot`() {
        var canvas = canvas(1, 9)

        canvas.write("ok", row: 0, column: 0, .good)
        canvas.write("no", row: 0, column: 3, .bad)
        canvas.write("A", row: 0, column: 6, .strong)

        #expect(canvas.roleMap == "gg bb *")
    }

    @Test(arguments: [0, 1, 2, 3, 5, 40])
    func `no widget draws outside or cuts a wide glyph`(columns: Int) {
        var canvas = canvas(4, columns)
        let plotSize = Size(rows: 4, columns: columns)

        canvas.frame(canvas.bounds, title: "제목이 길어요", note: "메모")
        canvas.titleLine(path: ["수학 튜터", "연습하기"], facts: ["미나", "6일"])
        canvas.hintLine([("Enter", "채점"), ("Tab", "힌트")], row: 3)
        canvas.progressBar(0.5, row: 1, column: 0, columns: columns)
        canvas.paragraph("두 단계 문제를 풀어요", in: canvas.bounds)
        canvas.dialog(title: "끝낼까요?", size: Size(rows: 2, columns: 30))
        var plot = BraillePlot(size: plotSize, horizontal: 0...1, vertical: 0...1)
        plot.line([(0, 0), (1, 1)])
        plot.draw(on: &canvas, row: 0, column: 0)

        for row in 0..<4 {
            for (column, cell) in canvas.row(row).enumerated() where cell.glyph.displayWidth == 2 {
                #expect(column + 1 < columns && canvas[row, column + 1].isRightHalf)
            }
        }
    }
}
