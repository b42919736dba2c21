import Testing

@testable import TerminalUI

@Suite struct PlotTests {
    private func drawn(_ kind: GlyphSet.Kind) -> Canvas {
        var canvas = Canvas(size: Size(rows: 2, columns: 4), glyphs: .of(kind))
        var plot = BraillePlot(
            size: canvas.size, horizontal: 0...1, vertical: 0...1)
        plot.line([(0, 0), (1, 1)])
        plot.draw(on: &canvas, row: 0, column: 0)
        return canvas
    }

    @Test func `a rising line rises`() {
        #expect(drawn(.unicode).drawnText == "  ⡠⠊\n⡠⠊")
        #expect(drawn(.ascii).drawnText == "  **\n**")
    }

    @Test func `values outside and values that are none do not trap`() {
        var plot = BraillePlot(
            size: Size(rows: 2, columns: 4), horizontal: 0...0, vertical: 0...1)
        plot.line([(0, -5), (.nan, 1), (.infinity, 2), (3, 9)])
        var canvas = Canvas(size: Size(rows: 2, columns: 4))

        plot.draw(on: &canvas, row: 0, column: 0)

        #expect(!canvas.drawnText.filter { $0 != "\n" }.isEmpty)
    }

    @Test func `small columns grow with their values`() {
        var canvas = Canvas(size: Size(rows: 1, columns: 8))

        canvas.sparkline([0, 0.5, 1, .nan], in: 0...1, row: 0, column: 0)

        #expect(canvas.drawnText == "▁▅█▁")
    }

    @Test func `a progress bar is full only when everything is done`() {
        var canvas = Canvas(size: Size(rows: 1, columns: 4), glyphs: .ascii)

        canvas.progressBar(0.5, row: 0, column: 0, columns: 4)
        #expect(canvas.drawnText == "##..")
        canvas.progressBar(7, row: 0, column: 0, columns: 4)
        #expect(canvas.drawnText == "####")
    }

    @Test func `a heat map shows nothing, a little and the most`() {
        var canvas = Canvas(size: Size(rows: 1, columns: 8), glyphs: .ascii)

        canvas.heatMap([[0, 1, 8, -1]], row: 0, column: 0, spacing: 1)

        #expect(canvas.drawnText == ".-#")
    }
}
