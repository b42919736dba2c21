import Mathematics
import TerminalUI
import Testing

@testable import TutorApp

@Suite struct ScratchTests {
    @Test(arguments: ["12 + abc", "3*+4", "19/0", "(3+4"])
    func `a mistake is named and the line stays to be mended`(line: String) throws {
        for language in [Language.english, .korean] {
            var scratch = Scratch()
            scratch.isOpen = true
            scratch.line.replace(with: line)

            let mistake = scratch.calculate(in: language)
            let message = try #require(mistake)

            #expect(!message.isEmpty)
            #expect(scratch.line.text == line)
            #expect(scratch.lines.isEmpty)
            #expect(PlainPhrases(language: language).calculated(line).contains(message))
        }
    }

    @Test func `the place of a mistake is shown`() throws {
        var scratch = Scratch()
        scratch.line.replace(with: "12 + abc")

        let english = scratch.calculate(in: .english)
        let korean = scratch.calculate(in: .korean)

        #expect(english?.hasPrefix("At “abc”: ") == true, "\(english ?? "-")")
        #expect(korean?.hasPrefix("‘abc’ 자리: ") == true, "\(korean ?? "-")")
    }
}
