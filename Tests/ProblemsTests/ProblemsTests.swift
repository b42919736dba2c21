import Mathematics
import Problems
import Testing

@Suite struct ProblemBankTests {
    @Test func `the bank that ships has no faults`() throws {
        let bank = try shippedBank()

        #expect(bank.faults == [])
        #expect(bank.skills.leaves.count == 90)
    }

    @Test func `every leaf has a name in both languages`() throws {
        let skills = try shippedBank().skills

        for leaf in skills.leaves {
            for language in Language.allCases {
                #expect(skills.name(of: leaf.id, in: language) != leaf.id)
            }
        }
    }

    @Test func `a seed gives the same problem twice and the same numbers in both languages`() throws
    {
        let bank = try shippedBank()

        for template in bank.templates {
            for level in 1...5 {
                let first = try bank.problem(
                    template: template.id, level: level, language: .english, seed: 7)
                let again = try bank.problem(
                    template: template.id, level: level, language: .english, seed: 7)
                let korean = try bank.problem(
                    template: template.id, level: level, language: .korean, seed: 7)

                #expect(first == again)
                #expect(first.givens.map(\.name) == korean.givens.map(\.name))
            }
        }
    }
}
