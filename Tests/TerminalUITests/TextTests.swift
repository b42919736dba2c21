import Testing

@testable import TerminalUI

@Suite struct TextTests {
    @Test func `lines break at spaces by display width`() {
        #expect("연필이 한 상자에 12자루씩".wrapped(to: 10) == ["연필이 한", "상자에", "12자루씩"])
        #expect("a box holds".wrapped(to: 5) == ["a box", "holds"])
    }

    @Test func `a long word is broken between characters`() {
        #expect("가나다라마".wrapped(to: 5) == ["가나", "다라", "마"])
    }

    @Test(arguments: 1...12)
    func `no wrapped line is wider than asked`(columns: Int) {
        let text = "튤립 24송이를 tulips in 꽃병에 supercalifragilistic 나누어 꽂았습니다"
        #expect(text.wrapped(to: columns).allSatisfy { $0.displayWidth <= columns })
    }

    @Test func `line breaks stay`() {
        #expect("a\n\nb".wrapped(to: 4) == ["a", "", "b"])
    }

    @Test func `input is composed and full-width digits become digits`() {
        let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
        #expect(decomposed.normalizedForInput.unicodeScalars.count == 2)
        #expect("３／４　＝０．７５".normalizedForInput == "3/4 =0.75")
        #expect("a\u{1B}b\u{202E}c\nd".normalizedForInput == "abc d")
    }

    @Test(
        arguments: [
            ("미나", KoreanParticle.subject, "미나가"), ("준", .subject, "준이"),
            ("덧셈", .object, "덧셈을"), ("나누기", .object, "나누기를"),
            ("12", .topic, "12는"), ("13", .topic, "13은"), ("서울", .by, "서울로"),
            ("집", .by, "집으로"), ("v12", .by, "v12로"), ("책", .with, "책과"),
        ])
    func `particles follow the last sound`(word: String, particle: KoreanParticle, expected: String)
    {
        #expect(particle.attached(to: word) == expected)
    }

    @Test func `cut text ends in a sign and fits`() {
        #expect("두 단계 문제".truncated(to: 8, .unicode) == "두 단계…")
        #expect("two-step".truncated(to: 8, .ascii) == "two-step")
    }
}
