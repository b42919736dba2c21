import Testing

@testable import TerminalUI

@Suite struct TextFieldTests {
    private func field(_ text: String, then keys: [Key]) -> TextField {
        var field = TextField(text)
        for key in keys { _ = field.handle(key) }
        return field
    }

    @Test(
        arguments: [
            ([Key.control("w")], "12 ", 3), ([.control("u")], "", 0),
            ([.control("a"), .character("x")], "x12 cm", 1), ([.backspace], "12 c", 4),
            ([.home, .delete], "2 cm", 0), ([.control("a"), .control("k")], "", 0),
            ([.left, .left, .control("k")], "12 ", 3), ([.left, .character("3")], "12 c3m", 5),
            ([.control("a"), .control("f"), .control("d")], "1 cm", 1),
        ])
    func `keys of a shell edit the text`(keys: [Key], text: String, caret: Int) {
        let edited = field("12 cm", then: keys)

        #expect(edited.text == text)
        #expect(edited.caret == caret)
    }

    @Test func `jamo that arrive one by one are composed`() {
        let typed = field(
            "",
            then: "\u{1112}\u{1161}\u{11AB}".unicodeScalars.map {
                .character(Character($0))
            })

        #expect(typed.text == "한")
        #expect(typed.caret == 1)
    }

    @Test func `a pasted text is one line without control characters`() {
        var field = TextField()

        field.insert("3\u{1B}[A/\n4")

        #expect(field.text == "3/ 4")
    }

    @Test func `no more than the limit is kept`() {
        var field = TextField(limit: 5)

        field.insert("123456789")

        #expect(field.text == "12345")
    }

    @Test func `the cursor stands where the next syllable appears`() {
        var canvas = Canvas(size: Size(rows: 1, columns: 20))

        field("한글", then: [.left]).draw(on: &canvas, row: 0, column: 3, columns: 10)

        #expect(canvas.cursor == Position(row: 0, column: 5))
    }

    @Test func `a long text scrolls so that the caret is seen`() {
        var canvas = Canvas(size: Size(rows: 1, columns: 6))

        TextField("가나다라").draw(on: &canvas, row: 0, column: 0, columns: 6)

        #expect(canvas.drawnText == "다라")
        #expect(canvas.cursor == Position(row: 0, column: 4))
    }

    @Test func `wrapped text keeps the caret inside`() {
        var canvas = Canvas(size: Size(rows: 2, columns: 4))

        TextField("abcdefgh").drawWrapped(on: &canvas, in: canvas.bounds)

        #expect(canvas.drawnText == "efgh\n")
        #expect(canvas.cursor == Position(row: 1, column: 0))
    }

    @Test func `random keys never put the caret outside`() {
        let keys: [Key] = [
            .character("한"), .character("\u{1161}"), .character("1"), .left, .right, .home, .end,
            .backspace, .delete, .control("w"), .control("k"), .character("\u{301}"),
        ]
        var field = TextField(limit: 12)
        var state: UInt64 = 42
        for _ in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            _ = field.handle(keys[Int(state >> 33) % keys.count])
            #expect((0...field.text.count).contains(field.caret))
        }
    }
}
