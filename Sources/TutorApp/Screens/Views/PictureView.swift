import Problems
import TerminalUI

extension ScreenDrawing {
    /// Draws the picture of a problem, or says it in words where it does not fit.
    mutating func drawPicture(_ picture: Picture, in area: Rect) {
        guard area.rows > 0, area.columns > 8 else { return }
        let isDrawn: Bool
        switch picture.drawing {
        case .bars(let bars): isDrawn = drawBars(bars, in: area)
        case .array(let rows, let columns): isDrawn = drawArray(rows, columns, in: area)
        case .numberLine(let from, let to, let marks):
            isDrawn = drawNumberLine(from, to, marks, in: area)
        case .clock(let hour, let minute):
            isDrawn = drawClock(hour: hour, minute: minute, in: area)
        case .pie(let parts):
            isDrawn = drawBars([Picture.Bar(name: "", parts: parts, total: "")], in: area)
        case .rectangle(let width, let height, let inside):
            isDrawn = drawRectangle(width, height, inside, in: area)
        }
        if !isDrawn { canvas.paragraph(picture.sentence, in: area) }
    }

    /// Draws bars one over another, as tall as there is room for.
    private mutating func drawBars(_ bars: [Picture.Bar], in area: Rect) -> Bool {
        let totals = bars.count { !$0.total.isEmpty }
        let names = bars.map(\.name.displayWidth).max() ?? 0
        let nameWidth = min(names, area.columns / 3)
        let room = area.columns - nameWidth - 1
        let longest = bars.map { bar in bar.parts.reduce(0) { $0 + $1.length } }.max() ?? 0
        guard room >= 12, longest > 0, longest.isFinite, bars.allSatisfy({ !$0.parts.isEmpty })
        else { return false }
        let isTall = bars.count * 3 + totals <= area.rows
        guard isTall || bars.count + totals <= area.rows else { return false }
        var row = area.row
        for bar in bars {
            let widths = partWidths(bar, room: room, longest: longest)
            guard widths.reduce(0, +) + bar.parts.count + 1 <= room + 1 else { return false }
            let column = area.column + nameWidth + (nameWidth > 0 ? 1 : 0)
            canvas.write(
                bar.name.truncated(to: nameWidth, glyphs), row: row + (isTall ? 1 : 0),
                column: area.column, .dim)
            drawParts(bar.parts, widths, row: row, column: column, isTall: isTall)
            row += isTall ? 3 : 1
            if !bar.total.isEmpty {
                drawBrace(
                    bar.total, row: row, column: column,
                    columns: widths.reduce(0, +) + bar.parts.count + 1)
                row += 1
            }
        }
        return true
    }

    /// The columns inside each part, in proportion, but wide enough for its label.
    private func partWidths(_ bar: Picture.Bar, room: Int, longest: Double) -> [Int] {
        let inner = Double(room - bar.parts.count - 1)
        return bar.parts.map { part in
            let share = max(0, part.length) / longest * inner
            return max(part.label.displayWidth + 2, share.isFinite ? Int(share) : 0)
        }
    }

    private mutating func drawParts(
        _ parts: [Picture.Part], _ widths: [Int], row: Int, column: Int, isTall: Bool
    ) {
        let lines = widths.map { String(repeating: "─", count: $0) }
        if isTall {
            canvas.write(
                "┌" + lines.joined(separator: "┬") + "┐", row: row, column: column, .accent)
            canvas.write(
                "└" + lines.joined(separator: "┴") + "┘", row: row + 2, column: column, .accent)
        }
        let middle = isTall ? row + 1 : row
        var position = canvas.write("│", row: middle, column: column, .accent)
        for (part, width) in zip(parts, widths) {
            let label = part.label
            let before = (width - label.displayWidth) / 2
            canvas.write(label, row: middle, column: position + before, .strong)
            position = canvas.write("│", row: middle, column: position + width, .accent)
        }
    }

    private mutating func drawBrace(_ label: String, row: Int, column: Int, columns: Int) {
        let text = " \(label) "
        let rest = max(0, columns - 2 - text.displayWidth)
        let left = String(repeating: "─", count: rest / 2)
        let right = String(repeating: "─", count: rest - rest / 2)
        canvas.write("╰\(left)", row: row, column: column, .dim)
        canvas.write(text, row: row, column: column + 1 + rest / 2, .strong)
        canvas.write(
            "\(right)╯", row: row, column: column + 1 + rest / 2 + text.displayWidth, .dim)
    }

    private mutating func drawArray(_ rows: Int, _ columns: Int, in area: Rect) -> Bool {
        guard rows > 0, columns > 0, rows <= area.rows, columns * 2 <= area.columns else {
            return false
        }
        for row in 0..<rows {
            let line = Array(repeating: "●", count: columns).joined(separator: " ")
            canvas.write(line, row: area.row + row, column: area.column, .accent)
        }
        return true
    }

    private mutating func drawNumberLine(
        _ from: Double, _ to: Double, _ marks: [Picture.Part], in area: Rect
    ) -> Bool {
        guard area.rows >= 2, to > from, (to - from).isFinite else { return false }
        let width = area.columns - 4
        canvas.write(
            "├" + String(repeating: "─", count: width - 2) + "┤", row: area.row + 1,
            column: area.column, .accent)
        for mark in marks where mark.length.isFinite {
            let share = min(1, max(0, (mark.length - from) / (to - from)))
            let column = area.column + Int(share * Double(width - 1))
            canvas.write("┼", row: area.row + 1, column: column, .accent)
            let start = min(column, area.endColumn - mark.label.displayWidth)
            canvas.write(mark.label, row: area.row, column: max(area.column, start), .strong)
        }
        return true
    }

    private mutating func drawClock(hour: Int, minute: Int, in area: Rect) -> Bool {
        guard area.rows >= 3 else { return false }
        let face = Rect(row: area.row, column: area.column, rows: 3, columns: 13)
        canvas.frame(face, .accent)
        let time = "\(hour):\(minute < 10 ? "0" : "")\(minute)"
        canvas.write(time, row: face.row + 1, column: face.column + 4, .strong)
        return true
    }

    private mutating func drawRectangle(
        _ width: String, _ height: String, _ inside: String, in area: Rect
    ) -> Bool {
        guard area.rows >= 4 else { return false }
        let heightWidth = height.displayWidth + 1
        let columns = min(24, area.columns - heightWidth)
        guard columns > inside.displayWidth + 2, columns > width.displayWidth else { return false }
        let rows = min(5, area.rows - 1)
        let box = Rect(row: area.row, column: area.column, rows: rows, columns: columns)
        canvas.frame(box, .accent)
        canvas.write(
            inside, row: box.row + rows / 2,
            column: box.column + (columns - inside.displayWidth) / 2,
            .strong)
        canvas.write(height, row: box.row + rows / 2, column: box.endColumn + 1)
        canvas.write(
            width, row: box.endRow, column: box.column + (columns - width.displayWidth) / 2)
        return true
    }
}
