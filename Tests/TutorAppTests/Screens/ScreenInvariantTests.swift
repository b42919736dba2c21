import Foundation
import Mathematics
import TerminalUI
import Testing

@testable import TutorApp

/// What holds on every screen, whatever its size, language and glyphs.
@Suite struct ScreenInvariantTests {
    @Test(arguments: SampleScreen.all)
    func `every size from 1x1 to 200x60 is drawn without cutting a syllable`(
        screen: SampleScreen
    ) {
        let rows = [1, 2, 4, 9, 10, 13, 23, 24, 60]
        let columns = [1, 9, 39, 40, 41, 60, 79, 80, 110, 200]
        for row in rows {
            for column in columns {
                let size = Size(rows: row, columns: column)
                let canvas = view(screen.model(size: size, language: .korean))
                #expect(canvas.size == size)
                #expect(canvas.isWhole, "\(screen.name) \(column)x\(row)")
                if let cursor = canvas.cursor {
                    #expect(cursor.row < row && cursor.column < column)
                }
            }
        }
    }

    @Test(arguments: SampleScreen.all)
    func `no glyph of the narrow set has an ambiguous width`(screen: SampleScreen) {
        for language in Language.allCases {
            let text = view(screen.model(language: language, glyphs: .narrow)).drawnText
            let ambiguous = text.unicodeScalars.filter(\.isAmbiguousWidth)
            #expect(ambiguous.isEmpty, "\(screen.name): \(ambiguous.map { String($0) })")
        }
    }

    @Test(arguments: SampleScreen.all)
    func `with ASCII glyphs nothing but letters is left that is not ASCII`(
        screen: SampleScreen
    ) {
        let text = view(screen.model(glyphs: .ascii)).drawnText
        let others = text.filter { !$0.isASCII && !$0.isLetter }
        #expect(others.isEmpty, "\(screen.name): \(others)")
    }

    @Test(arguments: SampleScreen.all)
    func `every screen speaks both languages`(screen: SampleScreen) {
        let english = view(screen.model(language: .english)).drawnText
        let korean = view(screen.model(language: .korean)).drawnText
        #expect(english != korean)
        #expect(korean.contains { $0.displayWidth == 2 })
    }

    @Test(arguments: SampleScreen.all)
    func `every key that a hint or the help names is answered`(screen: SampleScreen) {
        let table = KeyTables(screen.model()).current
        for binding in table.bindings {
            for key in binding.keys { #expect(table.command(for: key) != nil) }
        }
        #expect(table.bindings.contains { !$0.hint.isEmpty })
    }

    @Test(arguments: SampleScreen.all)
    func `no command hangs on a function key alone`(screen: SampleScreen) {
        let bindings = KeyTables(screen.model()).current.bindings
        func isFunction(_ key: Key) -> Bool { if case .function = key { true } else { false } }
        func name(_ command: Command) -> String {
            if case .quit = command { "quit" } else { "\(command)" }
        }
        for binding in bindings where binding.keys.contains(where: isFunction) {
            let others = bindings.filter { name($0.command) == name(binding.command) }
                .flatMap(\.keys).filter { !isFunction($0) }
            #expect(!others.isEmpty, "\(screen.name): \(binding.command)")
        }
    }

    @Test func `right and wrong differ without colours`() throws {
        let right = try #require(SampleScreen.all.first { $0.name == "feedback-right" })
        let wrong = try #require(SampleScreen.all.first { $0.name == "feedback-wrong" })

        #expect(view(right.model(glyphs: .ascii)).drawnText.contains("ok Correct"))
        #expect(view(wrong.model(glyphs: .ascii)).drawnText.contains("no Not yet"))
    }

    @Test(arguments: SampleScreen.all)
    func `the cursor is shown exactly where text can be typed`(screen: SampleScreen) {
        let model = screen.model()
        #expect((view(model).cursor != nil) == model.hasTextFocus)
    }

    @Test func `twenty thousand random keys end nowhere but on a screen`() {
        let keys: [Key] =
            [
                .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown,
                .home, .end, .backspace, .delete, .function(1), .function(2), .control("t"),
                .control("n"), .control("w"), .control("l"), .unknown,
            ] + "1234567=?qㅂ나eypbk한".map { .character($0) }
        var generator = SplitMix64(seed: 3)
        for screen in SampleScreen.all {
            var model = screen.model(size: Size(rows: 12, columns: 44))
            for index in 0..<(20_000 / SampleScreen.all.count) {
                let key = keys[Int(generator.next() % UInt64(keys.count))]
                _ = update(&model, AppMessage(body: .event(.key(key)), time: Sample.now))
                if index % 40 == 0 { #expect(view(model).isWhole) }
            }
        }
    }
}

extension Canvas {
    /// Whether every wide glyph has its right half and no right half stands alone.
    fileprivate var isWhole: Bool {
        (0..<size.rows).allSatisfy { index in
            let cells = Array(row(index))
            return cells.indices.allSatisfy { column in
                let isWide = !cells[column].isRightHalf && cells[column].glyph.displayWidth == 2
                let hasHalf = column + 1 < cells.count && cells[column + 1].isRightHalf
                return isWide == hasHalf
            }
        }
    }
}
