import Mathematics
import Testing

@testable import Problems

/// A template file that is right, one line of which a test replaces.
private let rightFile = """
    skill: add_to.result
    templates:
      - id: gift
        people: {who: any}
        things: {thing: fruit}
        given:
          a: 3..9
          b: 13..19
        require:
          a + b <= 100: it stays small
        answer: {value: a + b, noun: thing}
        check: x - b == a
        wrong: {WRONG_OP: b - a, OFF_BY_ONE: a + b - 1}
        steps: [{do: a + b, en: "Add.", ko: "더해요."}]
        hints: [{en: "A", ko: "가"}, {en: "B", ko: "나"}, {en: "___", ko: "___"}]
        en: {story: ["{who} has {a thing} and gets {b} more."], question: "How many now?"}
        ko: {story: ["{who}은(는) {a thing}이(가) 있고 {b}개를 더 받아요."], question: "모두 몇 개인가요?"}
    """

private func load(
    _ text: String
) throws -> (templates: [ProblemTemplate], faults: [BankFault], bank: ProblemBank) {
    let bank = try shippedBank()
    let document = try YAMLDocument(file: "templates/x.yaml", text: text)
    let (templates, faults) = TemplateFileParser.templates(
        in: document, words: bank.words, skills: bank.skills)
    return (templates, faults, bank)
}

private func checkFaults(_ text: String) throws -> [BankFault] {
    let (templates, faults, bank) = try load(text)
    return templates.reduce(faults) { faults, template in
        var check = TemplateCheck(generator: bank.generator(template), draws: 50)
        check.run()
        return faults + check.faults
    }
}

@Suite struct TemplateFaultTests {
    @Test func `a right file has no fault`() throws {
        #expect(try checkFaults(rightFile) == [])
    }

    @Test(
        "a fault of the file is reported at its line and column",
        arguments: [
            ("skill: add_to.result", "skill: add_to.nothing", 1, 8),
            ("a: 3..9", "a: 3...9", 7, 10),
            ("a + b <= 100", "a + c <= 100", 10, 11),
            ("things: {thing: fruit}", "things: {thing: fruits}", 5, 21),
            ("who: any", "who: anybody", 4, 19),
            ("check: x - b == a", "check: a == b", 12, 12),
            ("WRONG_OP: b - a", "WRONG: b - a", 13, 13),
            ("{who} has", "{whom} has", 16, 19),
            ("    check:", "    chek:", 12, 5),
        ])
    func parsing(_ old: String, _ new: String, _ line: Int, _ column: Int) throws {
        let faults = try load(rightFile.replacing(old, with: new)).faults

        #expect(faults.count == 1)
        #expect(faults.first?.line == line)
        #expect((faults.first?.column ?? 0) >= column)
        #expect(faults.first?.fix.isEmpty == false)
    }

    @Test(
        "a defect of the problems is found by drawing them",
        arguments: [
            ("gets {b} more", "gets {b} more, {a} at first", "stands 2 times"),
            ("gets {b} more", "gets 5 more, not {b}", "is no given"),
            ("{a thing} and", "a apple, {a thing}, and", "wrong article"),
            ("How many now?", "How many now.", "question mark"),
            ("check: x - b == a", "check: x + b == a", "refuses the answer"),
            ("check: x - b == a", "check: x >= a + b", "also accepts"),
            ("[{do: a + b,", "[{do: b - a,", "does not end with the answer"),
            ("{a thing}이(가)", "{a thing}가", "typed directly behind a slot"),
            ("{b}개를", "{b}개의 {사과|귤}을", "typed directly behind a slot"),
            ("{b}개를", "10개를", "Not every way"),
            ("{en: \"___\", ko", "{en: \"{a + b}\", ko", "no blank"),
            ("gets {b} more", "gets {b} times more", "ambiguous"),
            ("WRONG_OP: b - a", "WRONG_OP: a + b", "fewer than two wrong answers are wrong"),
            ("WRONG_OP: b - a", "WRONG_OP: a + b - 1", "WRONG_OP and OFF_BY_ONE are equal"),
            ("a: 3..9", "a: \"1\"", "small_givens: “a” is 0 or 1"),
            ("a: 3..9", "a: \"0.5\"", "a part of"),
            ("value: a + b,", "value: a - b,", "negative, zero or a fraction"),
            ("value: a + b,", "value: b,", "given_as_answer: the answer is “b”"),
        ])
    func drawing(_ old: String, _ new: String, _ message: String) throws {
        let faults = try checkFaults(rightFile.replacing(old, with: new))

        #expect(faults.contains { $0.message.contains(message) }, "\(faults)")
    }

    @Test func `a template that nothing satisfies says so after counted tries`() throws {
        let (templates, _, bank) = try load(
            rightFile.replacing("a + b <= 100", with: "a > 100"))
        let template = try #require(templates.first)

        #expect(
            throws: GenerationError.noDraw(
                template: "add_to.result.gift", level: 2, tries: NumberDrawing.mostTries,
                reason: "the condition “a > 100” (it stays small, line 10) (100% of the draws)")
        ) {
            try bank.generator(template).problem(
                level: 2, language: .english, seed: 1, distractors: false)
        }
    }

    @Test func `the same story in other nouns counts as one template`() throws {
        let second = rightFile.split(separator: "\n").dropFirst(2).joined(separator: "\n")
            .replacing("id: gift", with: "id: again").replacing("fruit", with: "toy")
        let (templates, _, bank) = try load(rightFile + "\n" + second)

        let faults = NearDuplicates(bank: bank).faults(in: templates)

        #expect(faults.contains { $0.message.contains("Shares 100%") })
        #expect(faults.contains { $0.message.contains("same sentences") })
    }
}
