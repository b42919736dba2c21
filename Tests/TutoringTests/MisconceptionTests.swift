import Mathematics
import Problems
import Testing
import Tutoring

@Suite struct MisconceptionTests {
    @Test("every mistake of the bank is explained", arguments: MisconceptionCode.all.sorted())
    func explained(code: String) throws {
        let mistake = try #require(Misconception(code: code))

        for language in Language.allCases {
            #expect(!mistake.name(in: language).isEmpty)
            #expect(
                mistake.sentence(in: language).hasSuffix(".")
                    || mistake.sentence(in: language).hasSuffix("?"))
        }
    }

    @Test func `no two mistakes say the same`() {
        let sentences = MisconceptionCode.all.compactMap {
            Misconception(code: $0)?.sentence(in: .english)
        }

        #expect(Set(sentences).count == sentences.count)
    }

    @Test func `an unknown code has no sentence`() {
        #expect(Misconception(code: "NOTHING") == nil)
    }
}
