import Mathematics
import TestSupport
import Testing

@testable import Problems

@Suite struct WordTests {
    @Test(
        "a Korean particle fits what is read before it",
        arguments: [
            ("사과", "는"), ("귤", "은"), ("3", "은"), ("2", "는"), ("10", "은"), ("1,000", "은"),
            ("2.5", "는"), ("3/4", "은"), ("2/9", "는"), ("12 cm", "는"), ("5 kg", "은"),
            ("30%", "는"), ("84 cm²", "는"), ("7 L", "는"), ("PVC", "는"), ("URL", "은"),
            ("“사과”", "는"), ("미나(동생)", "은"),
        ])
    func particle(_ text: String, _ expected: String) {
        let particle = KoreanParticle("은", "는")

        #expect(particle.form(after: Array(text.utf8)) == expected)
    }

    @Test(
        "ㄹ counts as a vowel before 로",
        arguments: [("연필", "로"), ("집", "으로"), ("학교", "로"), ("7", "로")])
    func directionParticle(_ text: String, _ expected: String) {
        let particle = KoreanParticle("으", "", rieul: true)

        #expect(particle.form(after: Array(text.utf8)) + "로" == expected)
    }

    @Test(
        "numbers are written as each language writes them",
        arguments: [
            ("1250", "1,250", "$1,250", "1,250원"), ("5/2", "2.5", "$2.50", "2.5원"),
            ("999", "999", "$999", "999원"),
        ])
    func numbers(_ text: String, _ plain: String, _ dollars: String, _ won: String) throws {
        let number = try FormulaParser.formula(text, variables: [:]).value([])

        #expect(NumberText.shown(number) == plain)
        #expect(NumberText.money(number, .english) == dollars)
        #expect(NumberText.money(number, .korean) == won)
    }

    @Test(
        "a time of day is written as each language says it",
        arguments: [
            (0, "12:00 a.m.", "오전 12시"), (590, "9:50 a.m.", "오전 9시 50분"),
            (720, "12:00 p.m.", "오후 12시"), (1050, "5:30 p.m.", "오후 5시 30분"),
        ])
    func clock(_ minutes: Int, _ english: String, _ korean: String) {
        #expect(NumberText.clock(ExactNumber(minutes), .english) == english)
        #expect(NumberText.clock(ExactNumber(minutes), .korean) == korean)
    }

    @Test(
        "plurals and articles are regular where no form is given",
        arguments: [
            ("apple", "apples", "an"), ("box", "boxes", "a"), ("candy", "candies", "a"),
            ("toy", "toys", "a"), ("hour", "hours", "an"), ("unit", "units", "a"),
        ])
    func english(_ noun: String, _ plural: String, _ article: String) {
        #expect(EnglishSpelling.plural(of: noun) == plural)
        #expect(EnglishSpelling.article(before: noun) == article)
    }

    @Test func `names are balanced, different and take an 's`() throws {
        let words = try WordList(dataDirectory: dataDirectory)
        let girls = words.people.count(where: \.isFemale)

        #expect(abs(2 * girls - words.people.count) <= words.people.count / 10)
        #expect(Set(words.people.map(\.english)).count == words.people.count)
        #expect(Set(words.people.map(\.korean)).count == words.people.count)
        #expect(words.people.allSatisfy { !$0.english.hasSuffix("s") })
    }

    @Test func `nouns of one class differ in both languages`() throws {
        let words = try WordList(dataDirectory: dataDirectory)

        for (name, nouns) in words.classes {
            #expect(Set(nouns.map(\.singular)).count == nouns.count, "\(name)")
            #expect(Set(nouns.map { $0.korean + $0.counter }).count == nouns.count, "\(name)")
        }
    }
}
