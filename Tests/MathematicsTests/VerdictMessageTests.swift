import Testing

@testable import Mathematics

@Suite struct VerdictMessageTests {
    @Test("every finding has a sentence in both languages", arguments: Finding.all)
    func sentences(finding: Finding) {
        let english = finding.message(in: .english)
        let korean = finding.message(in: .korean)

        #expect(!english.isEmpty && english.allSatisfy { $0.isASCII })
        #expect(korean.unicodeScalars.contains { $0.isHangul })
    }

    @Test(
        "an answer that nearly says something else is told so",
        arguments: [
            ("150 min", "t=dur", "2:30", "2 h 30 min"), ("2 h", "t=dur", "2시", "2 h"),
            ("3/2", "t=frac", "1-1/2", "1 1/2"), ("5000", "t=num", "5, 000", "no space"),
            ("2/3", "t=num;tol=dp:2", "0.66", "cut off"), ("4.50", "t=num", "4,50", "comma"),
            ("34.125", "t=num;tol=dp:2", "34.12", "a half"), ("0.0014", "t=num", "1.4*10-3", "^"),
        ])
    func advice(expected: String, specification: String, input: String, hint: String) throws {
        let key = try AnswerKey(
            expected: expected, specification: AnswerSpecification(parsing: specification))

        let verdict = AnswerChecker.check(input, against: key, language: .english)
        #expect(verdict.message.contains(hint), "\(verdict.message)")
        #expect(verdict.verdictClass != .correct)
    }

    @Test("every advice has a sentence in both languages", arguments: Advice.allCases)
    func adviceSentences(advice: Advice) {
        #expect(advice.message(in: .english).allSatisfy { $0.isASCII })
        #expect(advice.message(in: .korean).unicodeScalars.contains { $0.isHangul })
    }

    @Test(
        "an answer is read in the units of the question",
        arguments: [
            ("5 kg", "t=qty", "5킬로", "5 kg"), ("5 km", "t=qty", "5킬로", "5 km"),
            ("2.5 h", "t=dur", "두 시간 반", "2 1/2 h = 5/2 h"), ("5 GBP", "t=money", "5 pounds", "£5"),
            ("5명", "t=num", "5분", "5 분"), ("8", "t=num", "8 (apples)", "8 apples"),
            ("2.65", "t=num;loc=de", "2,65", "2,65"),
        ])
    func reading(expected: String, specification: String, input: String, text: String) throws {
        let key = try AnswerKey(
            expected: expected, specification: AnswerSpecification(parsing: specification))

        let verdict = AnswerChecker.check(input, against: key, language: .english)
        #expect(verdict.verdictClass == .correct)
        #expect(verdict.reading == text)
    }

    @Test func `only right and wrong answers count`() {
        for finding in Finding.all {
            let isDecided = finding.verdictClass == .correct || finding.verdictClass == .wrong
            #expect(finding.isCounted == (isDecided || finding == .unit(.wrong)))
        }
    }

    @Test func `a listed mistake is named`() throws {
        let key = try AnswerKey(
            expected: "12", unit: "apples",
            listedMistakes: [.init(code: "add-for-sub", value: "20")],
            intermediateValues: [.init(value: "16", meaning: "the total")],
            otherNouns: ["oranges"])

        let listed = AnswerChecker.check("20 apples", against: key, language: .english)
        #expect(listed.reason == "listed" && listed.misconception == "add-for-sub")
        let step = AnswerChecker.check("16", against: key, language: .english)
        #expect(step.reason == "intermediate" && step.message.contains("the total"))
        let other = AnswerChecker.check("12 oranges", against: key, language: .english)
        #expect(other.verdictClass == .unit && other.reason == "wrong")
        #expect(AnswerChecker.check("12 apples", against: key, language: .english).counted)
    }

    @Test(
        "a listed mistake of every kind of answer is named",
        arguments: [
            ("3:4", "t=ratio", "4:3", "8:6"), ("17:30", "t=clock", "18:30", "6:30 pm"),
            ("17:30", "t=clock", "18:30", "6:30"), ("17:30", "t=clock", "18:30", "18:30"),
            ("1:4", "t=ratio", "15", "15"), ("3:4", "t=ratio", "1/2", "0.5"),
            ("2 m", "t=qty", "150 cm", "1.5 m"), ("9 points", "t=num", "1", "1 point"),
            ("1, 2, 3", "t=list", "3, 2, 1", "3, 2, 1"), ("2, 5", "t=set", "2, 7", "7, 2"),
            ("$4.50", "t=money;cur=USD", "5.50", "$5.50"), ("3 r 2", "t=rem", "2 r 3", "2 r 3"),
            ("2 h 30 min", "t=dur", "3 h 30 min", "210 min"),
        ])
    func listed(expected: String, specification: String, mistake: String, input: String) throws {
        let key = try AnswerKey(
            expected: expected, specification: AnswerSpecification(parsing: specification),
            listedMistakes: [.init(code: "the-slip", value: mistake)])

        let verdict = AnswerChecker.check(input, against: key, language: .english)
        #expect(verdict.reason == "listed" && verdict.misconception == "the-slip")
        let right = AnswerChecker.check(expected, against: key, language: .english)
        #expect(right.verdictClass != .wrong)
    }

    @Test(arguments: ["t=number", "foo=1", "tol=dp:x", "form", "cur=usd", "simp=yes"])
    func `a specification that is not understood is refused by name`(text: String) {
        #expect(throws: AnswerSpecificationError.self) {
            try AnswerSpecification(parsing: text)
        }
    }
}

@Suite struct CalculatorLineTests {
    @Test(arguments: [
        ("3/4 + 1 1/2", "9/4"), ("= 2 × 3", "6"), ("15% * 80", "12"), ("2^10", "1024"),
        ("√12", "2sqrt(3)"), ("2 * pi * 3", "6pi"), ("(1+2)*3 =", "9"), ("1만 2천 / 3", "4000"),
    ])
    func `a line is worked out exactly`(line: String, exact: String) throws {
        #expect(try CalculatorLine.evaluate(line).exact == exact)
    }

    @Test(arguments: [("3 + ", 3), ("3 + * 4", 4), ("(1 + 2", 0), ("2 $ 3", 2), ("½ + ?", 4)])
    func `a mistake is pointed at`(line: String, column: Int) {
        let mistake = #expect(throws: CalculatorLine.Mistake.self) {
            try CalculatorLine.evaluate(line)
        }
        #expect(mistake?.column == column)
        #expect(mistake?.message(in: .korean).isEmpty == false)
    }
}
