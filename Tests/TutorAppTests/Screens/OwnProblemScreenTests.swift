import TerminalUI
import Testing

@testable import TutorApp

@Suite struct OwnProblemScreenTests {
    private func model() throws -> AppModel {
        let screen = try #require(SampleScreen.all.first { $0.name == "own" })
        return screen.model()
    }

    @discardableResult
    private func press(_ model: inout AppModel, _ keys: [Key]) -> [AppEffect] {
        keys.flatMap { update(&model, AppMessage(body: .event(.key($0)), time: Sample.now)) }
    }

    private func tell(_ model: inout AppModel, _ body: AppMessage.Body) {
        _ = update(&model, AppMessage(body: body, time: Sample.now))
    }

    private static let variation = OwnVariation(
        numbers: ["12", "9"], examples: [.init(text: "15 and 7?", answer: "8")])

    @Test func `a text goes by its kind and its calculation to a preview and into practice`()
        throws
    {
        var model = try model()
        model.own.reading?.sign = "-"

        #expect(
            press(&model, [.tab, .enter])
                == [.label(text: model.own.text.text, skill: "two_step.addsub")])
        #expect(model.own.expression.text.isEmpty)
        model.own.expression.replace(with: "12 - 4")
        let wish = press(&model, [.enter])
        #expect(wish == [.vary(model.own.request, sequence: model.own.sequence)])
        tell(&model, .varied(Self.variation, fault: nil, sequence: model.own.sequence))
        #expect(model.own.stage == .preview)
        #expect(
            press(&model, [.enter]) == [.keepOwn(model.own.request, skill: "two_step.addsub")])
        let problem = KeptProblem(id: "own.1", skill: "two_step.addsub", text: "a")
        tell(&model, .kept([problem], isNew: true))
        #expect(model.own.text.text.isEmpty)
        #expect(model.own.kept == [problem])
    }

    @Test(
        "a calculation is filled in only where one operation with two numbers is surely meant",
        arguments: [
            ("take_from.result", ["12", "4"], false, "12 - 4"),
            ("take_from.result", ["12", "4"], true, ""),
            ("take_from.result", ["12", "9", "4"], false, ""),
            ("two_step.addsub", ["12", "4"], false, ""),
            ("percent.of", ["12", "4"], false, ""),
        ])
    func proposal(skill: String, numbers: [String], isUnsure: Bool, expected: String) throws {
        var state = OwnProblemState()
        state.reading = OwnReading(
            top: [.init(skill: skill, probability: 0.9)], words: [], numbers: numbers,
            isUnsure: isUnsure, milliseconds: 1, sign: "-")

        #expect(state.proposedExpression(for: skill) == expected)
    }

    @Test func `a digit pins a number and pressing it again frees it`() throws {
        var model = try model()
        press(&model, [.tab, .enter])
        model.own.expression.replace(with: "12 - 4")
        tell(&model, .varied(Self.variation, fault: nil, sequence: model.own.sequence))

        press(&model, [.character("2")])
        #expect(model.own.request.pinned == ["9"])
        press(&model, [.character("2")])
        #expect(model.own.request.pinned.isEmpty)
        let seed = model.own.seed
        press(&model, [.character("n")])
        #expect(model.own.seed != seed)
    }

    @Test func `a calculation that cannot be used keeps the text and says why`() throws {
        var model = try model()
        let text = model.own.text.text
        press(&model, [.tab, .enter, .control("u")])
        #expect(press(&model, [.enter]).isEmpty)
        press(&model, [.character("7"), .enter])
        let fault = OwnFault(english: "It uses no number.", korean: "수가 없어요.")
        tell(&model, .varied(nil, fault: fault, sequence: model.own.sequence))

        #expect(model.own.stage == .solving)
        #expect(model.own.text.text == text)
        #expect(view(model).drawnText.contains("It uses no number."))
    }

    @Test func `an answer to an older question is dropped`() throws {
        var model = try model()
        press(&model, [.tab, .enter])
        model.own.expression.replace(with: "12 - 4")
        tell(&model, .varied(Self.variation, fault: nil, sequence: model.own.sequence - 1))

        #expect(model.own.stage == .solving)
    }

    @Test func `a text that is too long is cut and that is said`() throws {
        var model = try model()
        let long = String(repeating: "word ", count: 1_000)
        _ = update(&model, AppMessage(body: .event(.paste(long)), time: Sample.now))

        #expect(model.own.text.text.count == model.own.text.limit)
        #expect(model.notice != nil)
    }

    @Test func `a kept problem is taken out only after a yes`() throws {
        var model = try model()
        press(&model, [.control("u")])
        tell(
            &model,
            .kept([KeptProblem(id: "own.1", skill: "percent.of", text: "a")], isNew: false))
        press(&model, [.tab])
        #expect(model.own.stage == .kept)

        #expect(press(&model, [.character("d"), .enter]).isEmpty)
        #expect(press(&model, [.character("d"), .character("1")]) == [.deleteOwn("own.1")])
        tell(&model, .kept([], isNew: false))
        #expect(model.own.stage == .typing)
    }

    @Test(
        arguments: [
            ("Sara has 5 apples and 4 pears.", ["5", "4"], "question"),
            ("Sara has many apples. How many?", [], "number"),
            ("サラはりんごを五個持っています。いくつですか?", ["5"], "English and Korean"),
            ("Sara has 5 apples, 4 pears. Find the sum.", ["5", "4"], nil),
            ("사과가 5개, 배가 4개 있습니다. 모두 몇 개입니까?", ["5", "4"], nil),
            ("사과 5개와 배 4개를 더한 수를 구하시오.", ["5", "4"], nil),
        ] as [(String, [String], String?)])
    func `what a text lacks is said and nothing is lost`(
        text: String, numbers: [String], word: String?
    ) {
        let concern = OwnText.concern(text, numbers: numbers)

        #expect((concern == nil) == (word == nil))
        if let word { #expect(concern?.english.contains(word) == true) }
    }
}
