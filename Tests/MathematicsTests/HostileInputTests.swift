import Foundation
import Mathematics
import Testing

/// Text from the outside: whatever it is, it gets a verdict.
@Suite struct HostileInputTests {
    static let keys: [AnswerKey] = {
        let rows = [
            ("12", "t=num"), ("3/4", "t=frac;simp=req"), ("$4.50", "t=money;cur=USD"),
            ("150 cm", "t=qty"), ("2 h 30 min", "t=dur"), ("17:30", "t=clock"), ("3:4", "t=ratio"),
            ("3 r 2", "t=rem;divisor=5"), ("2, 5", "t=set"), ("1, 2, 3", "t=list"),
            ("2x+1", "t=expr"), ("x = 5", "t=eqn"), ("x > 3", "t=ineq"), ("2sqrt(3)", "t=surd"),
            ("6pi", "t=pi"), ("42%", "t=pct"), ("2/3", "t=num;tol=dp:2"), ("2,5", "t=num;loc=de"),
        ]
        // A row that cannot be read leaves a key out, which the first test notices.
        return rows.compactMap { expected, text in
            guard let specification = try? AnswerSpecification(parsing: text) else { return nil }
            return try? AnswerKey(expected: expected, specification: specification)
        }
    }()

    private static let fragments = [
        "(", ")", "9^", "^64", "1/", "-", "+", "*", "√", "sqrt(", ".", ",", ":", "0", "7", "99",
        " ",
        "x", "y", "%", "$", "½", "²", "만", "분의", "열두", "시간", "오후", "and", "half", " r ",
        "\u{0305}", "\u{202E}", "\u{0}", "e9", "...", "≤", "±", "|", "\\frac{", "}", "cm", "min",
        "\u{1F600}", "각", "\u{1100}", "\u{1161}", "\u{FF11}", "∞", "[", "]", "{", "=", "<",
    ]

    static func text(using generator: inout SplitMix64) -> String {
        if Int.random(in: 0..<4, using: &generator) == 0 {
            let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        return (0..<Int.random(in: 1...40, using: &generator)).map { _ in
            fragments[Int.random(in: 0..<fragments.count, using: &generator)]
        }.joined()
    }

    static func sweep(count: Int, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for index in 0..<count {
            let verdict = AnswerChecker.check(
                text(using: &generator), against: keys[index % keys.count],
                language: index % 2 == 0 ? .english : .korean)
            #expect(!verdict.message.isEmpty)
            #expect(!verdict.reading.unicodeScalars.contains { $0.value < 0x20 })
        }
    }

    @Test func `random text gets a verdict of every kind of question`() {
        #expect(Self.keys.count == 18)
        Self.sweep(count: 4_000, seed: 1)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["MATHTUTOR_SOAK"] == "1"))
    func `ten million random texts get a verdict`() {
        for seed in 0..<100 { Self.sweep(count: 100_000, seed: UInt64(seed)) }
    }

    @Test(
        "what is too large is refused before the work",
        arguments: [
            "(((9^64)^64)^64)^64", "9^9^9^9", "9^1000000", "1e999", "√99999999999999999999",
            String(repeating: "9", count: 200), String(repeating: "1+", count: 90) + "1",
            String(repeating: "(", count: 100) + "1", String(repeating: "1", count: 4_000),
            String(repeating: "[", count: 1_000_000), "(1+√2)^999",
        ])
    func towers(text: String) {
        for key in Self.keys.prefix(4) {
            let verdict = AnswerChecker.check(text, against: key, language: .english)
            #expect(verdict.verdictClass == .limit)
            #expect(!verdict.counted)
        }
    }

    @Test("hidden characters are not understood", arguments: ["12\u{202E}", "1\u{0}2", "\u{7}12"])
    func hidden(text: String) {
        for key in Self.keys {
            let verdict = AnswerChecker.check(text, against: key, language: .english)
            #expect(verdict.verdictClass == .unparsed)
        }
    }

    @Test("invisible spaces are ignored", arguments: ["\u{FEFF}12", "1\u{200B}2", "12\u{00A0}"])
    func invisible(text: String) {
        let verdict = AnswerChecker.check(text, against: Self.keys[0], language: .english)
        #expect(verdict.verdictClass == .correct)
    }
}
