import Foundation
import Mathematics
import ProblemEncoding
import Testing
import TestSupport

@testable import Retraining

@Suite struct WordingTests {
    static let grammars: [WordingGrammar] = ["en", "ko"].compactMap { language in
        try? WordingGrammar(
            file: dataDirectory.appending(path: "training/wordings-\(language).txt"),
            language: language)
    }

    @Test func `both files of wordings are read`() {
        #expect(Self.grammars.count == 2)
        #expect(Self.grammars.allSatisfy { $0.templates.count > 50 })
    }

    @Test func `no wording is there twice`() {
        let names = Self.grammars.flatMap { $0.templates.map(\.id) }

        #expect(Set(names).count == names.count)
    }

    @Test("every slot and choice of a wording is filled", arguments: grammars.indices)
    func filled(position: Int) {
        let grammar = Self.grammars[position]
        var generator = SplitMix64(seed: 3)
        for template in grammar.templates {
            for _ in 0..<8 {
                let text = grammar.text(of: template, using: &generator)
                #expect(
                    !text.contains(where: { "{}[]|".contains($0) }), "\(template.id): \(text)")
                #expect(
                    RootOperation(rawValue: template.operation) != nil
                        || template.operation == "-" && template.leaf != nil)
            }
        }
    }

    @Test func `the numbers of a wording fit its story`() {
        var generator = SplitMix64(seed: 5)
        for grammar in Self.grammars {
            for template in grammar.templates where template.condition == .firstMultiple {
                let slots = WordingSlots(
                    language: grammar.language, condition: .firstMultiple, using: &generator)
                let numbers = slots.filled("{a} {b}").split(separator: " ").compactMap { Int($0) }
                #expect(numbers[0] % numbers[1] == 0 && numbers[0] > numbers[1])
            }
        }
    }

    @Test(
        "a particle fits the last sound",
        arguments: [("{X:는} {k:를}", ["은", "는"]), ("{A:와} {A:가}", ["과", "와"])])
    func particles(pattern: String, particles: [String]) {
        var generator = SplitMix64(seed: 9)
        for _ in 0..<40 {
            let text = WordingSlots(language: "ko", condition: nil, using: &generator)
                .filled(pattern)
            let first = text.split(separator: " ")[0]
            let particle = String(first.suffix(1))
            let before = first.dropLast().unicodeScalars.last?.value ?? 0
            #expect(particle == particles[(before - 0xac00) % 28 > 0 ? 0 : 1])
        }
    }
}
