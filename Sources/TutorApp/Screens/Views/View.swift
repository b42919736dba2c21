import LearnerStore
import Mathematics
import TerminalUI

/// Draws the whole screen from the model; nothing else is looked at.
func view(_ model: AppModel) -> Canvas {
    var drawing = ScreenDrawing(model)
    drawing.draw()
    return drawing.canvas
}

/// A screen in the making: the canvas, the model and the language.
struct ScreenDrawing {
    var canvas: Canvas
    let model: AppModel
    let say: Speech
    let layout: Layout

    init(_ model: AppModel) {
        canvas = Canvas(size: model.size, glyphs: model.glyphs)
        self.model = model
        say = Speech(model.language)
        layout = Layout(model.size)
    }

    var glyphs: GlyphSet { canvas.glyphs }
    /// The row of the key hints.
    var lastRow: Int { canvas.size.rows - 1 }

    mutating func draw() {
        guard layout.isUsable else { return drawTooSmall() }
        drawScreen()
        drawOverlay()
        drawNotice()
        canvas.hintLine(KeyTables(model).current.hints, row: lastRow)
    }

    private mutating func drawScreen() {
        switch model.screen {
        case .firstRun: drawFirstRun()
        case .home: drawHome()
        case .practice: drawPractice()
        case .progress: drawProgress()
        case .retrain: drawRetrain()
        case .models: drawModels()
        case .own: drawOwn()
        case .settings: drawSettings()
        case .profiles: drawProfiles()
        }
    }

    private mutating func drawOverlay() {
        switch model.overlay {
        case .help: drawHelp()
        case .pause(let row): drawPause(row)
        case .quitWhileTraining(let row, _): drawQuit(row)
        case .mayTrainAlone(let row): drawMayTrain(row)
        case nil: return
        }
        canvas.cursor = nil
    }

    /// The learner's name; the profile that nobody named has none.
    var learnerName: String {
        let name = model.figures?.name ?? ""
        if Guest.isMeant(by: name) { return say("Guest", "손님") }
        return name == LearnerStore.defaultProfile ? "" : name
    }

    /// The path of the screen at the left; who learns and what runs at the right.
    mutating func title(_ path: [String], _ facts: [String] = []) {
        var facts = facts
        if let training = model.retrain.training, training.isRunning {
            facts.append("\(say("training", "학습")) \(say.percent(training.fraction))")
        }
        canvas.titleLine(path: [say("Math Tutor", "수학 튜터")] + path, facts: facts)
    }

    /// One row of a menu with its pointer and digit.
    mutating func menuRow(
        _ text: String, number: Int?, isSelected: Bool, row: Int, column: Int, columns: Int
    ) {
        let pointer = isSelected ? glyphs.pointer : " "
        let digit = number.map { "\($0)  " } ?? ""
        let line = "\(pointer) \(digit)\(text)".truncated(to: columns, glyphs)
        canvas.write(line, row: row, column: column, isSelected ? .selection : .text)
    }

    private mutating func drawNotice() {
        guard let notice = model.notice, canvas.size.rows > 4 else { return }
        let row = lastRow - 1
        canvas.fill(Rect(row: row, column: 0, rows: 1, columns: canvas.size.columns))
        let mark = notice.isTrouble ? "\(glyphs.cross) " : ""
        let text = (mark + glyphs.spelled(notice.text)).truncated(
            to: canvas.size.columns - 2, glyphs)
        canvas.write(text, row: row, column: 1, notice.isTrouble ? .bad : .accent)
    }

    private mutating func drawTooSmall() {
        let size = canvas.size
        let lines = [
            "Window too small / 창이 작아요",
            "now \(size.columns)x\(size.rows), "
                + "need \(Layout.least.columns)x\(Layout.least.rows)",
        ]
        for (row, line) in lines.enumerated() {
            canvas.write(line.truncated(to: size.columns, glyphs), row: row, column: 0)
        }
        if size.rows > 2 {
            canvas.write("q quit / 끝내기", row: lastRow, column: 0)
        }
    }
}
