import Testing

@testable import TerminalUI

@Suite struct InputTests {
    private enum Command { case quit, help, next }

    private let table = KeyTable<Command>([
        KeyBinding([.character("q")], .quit, caption: "q", hint: "quit", help: "Leaves."),
        KeyBinding([.character("?"), .function(1)], .help, caption: "?", hint: "help", help: "?"),
        KeyBinding([.character("N")], .next, caption: "N", help: "Goes on."),
    ])

    @Test(
        "sequences for a terminal are taken out whole",
        arguments: [
            ("5 \u{1B}[1;31mapples\u{1B}[0m", "5 apples"), ("\u{1B}]0;title\u{7}7", "7"),
            ("3\u{1B}", "3"), ("\u{1B}[", ""), ("[31m", "[31m"), ("가\u{1B}[2K나", "가나"),
        ])
    func sequences(pasted: String, kept: String) {
        #expect(pasted.normalizedForInput == kept)
    }

    @Test func `a letter command works while a Korean input method is on`() {
        #expect(table.command(for: .character("ㅂ")) == .quit)
        #expect(table.command(for: .character("q")) == .quit)
        #expect(table.command(for: .character("ㅋ")) == nil)
    }

    @Test func `hints come from the lines that have a word`() {
        #expect(table.hints.map(\.caption) == ["q", "?"])
    }

    @Test func `every jamo of the keyboard stands for a letter of its own`() {
        let jamo = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
        let letters = jamo.flatMap { HangulKeyboard.letters(for: $0) }

        #expect(String(letters) == "qwertyuiopasdfghjklzxcvbnmQWERTOP")
    }

    @Test(
        arguments: [("나", "sk"), ("한", "gks"), ("괜", "rhos"), ("값", "rkqt"), ("의", "dml")])
    func `a syllable stands for the keys it was typed with`(syllable: String, letters: String) {
        let pressed = String(syllable.flatMap { HangulKeyboard.letters(for: $0) })

        #expect(pressed == letters)
    }

    @Test func `a list keeps its selection inside and in sight`() {
        var list = ListSelection()

        for key in [Key.end, .down, .pageUp, .up] { _ = list.handle(key, count: 30) }

        #expect(list.index == 18)
        #expect(list.visible(count: 30, rows: 5).contains(18))
        #expect(list.visible(count: 0, rows: 5).isEmpty)
    }

    @Test func `signals become the exit codes of shells`() {
        #expect(EndSignal.allCases.map(\.exitCode) == [129, 130, 143])
    }
}
