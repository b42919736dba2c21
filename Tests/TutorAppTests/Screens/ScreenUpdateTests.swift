import Mathematics
import Problems
import TerminalUI
import Testing
import Tutoring

@testable import TutorApp

@Suite struct ScreenUpdateTests {
    private func model(_ name: String, language: Language = .english) throws -> AppModel {
        try #require(SampleScreen.all.first { $0.name == name }).model(language: language)
    }

    /// Presses keys and returns every effect they had.
    @discardableResult
    private func press(_ model: inout AppModel, _ keys: [Key]) -> [AppEffect] {
        keys.flatMap { key in
            update(&model, AppMessage(body: .event(.key(key)), time: Sample.now + 1000))
        }
    }

    @Test(
        arguments: [
            (1, ScreenName.practice), (2, .progress), (3, .own), (4, .retrain), (5, .models),
            (6, .settings), (7, .profiles),
        ])
    func `a digit opens a row of the start screen`(digit: Int, screen: ScreenName) throws {
        var model = try model("home")

        press(&model, [.character(Character(String(digit)))])

        #expect(model.screen == screen)
    }

    @Test func `the first run keeps language and grade and then is over`() throws {
        var model = try model("first-run")

        press(&model, [.character("2")])
        let effects = press(&model, [.character("4")])

        #expect(model.screen == .home)
        #expect(model.settings.grade == 4)
        #expect(effects == [.saveLanguage(.korean), .save(model.settings), .loadFigures])
    }

    @Test func `escape leads back from every screen to the start`() throws {
        for screen in SampleScreen.all where !screen.name.hasPrefix("first-run") {
            var model = screen.model()
            press(&model, Array(repeating: .escape, count: 4))
            #expect(model.screen == .home, "\(screen.name)")
        }
    }

    @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 14, columns: 60)])
    func `the whole reason of a problem is read`(size: Size) throws {
        try readReason(size, example: [:])
    }

    @Test func `the whole reason of a problem is read below an example`() throws {
        try readReason(
            Size(rows: 24, columns: 80), example: [.english: Sample.problem(.english)])
    }

    private func readReason(_ size: Size, example: [Language: Problem]) throws {
        var model = try model("practice")
        model.size = size
        let reason =
            "“two steps: add and subtract” went wrong last time; here is another one "
            + "that suits you and your day."
        var posed = Sample.posed(.english, hints: 0)
        posed.reasons = [.english: reason]
        posed.examples = example
        model.practice?.flow = PracticeFlow(
            plan: PracticePlan(learner: "mina", language: .english, count: 12, seed: 1))
        _ = model.practise(.begin)
        _ = model.practise(.posed(posed))

        let words = view(model).drawnText.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("your day."))
        #expect(words.contains("does she have left?"))
    }

    @Test func `the help of the pause comes back to it, and Esc does what its line says`() throws {
        var model = try model("pause")

        press(&model, [.character("?")])
        #expect(model.overlay == .help)
        press(&model, [.escape])
        #expect(model.overlay == .pause(1))
        let hints = KeyTables(model).current.hints
        #expect(hints.contains { $0.caption == "Esc" && $0.hint == "home" })
        press(&model, [.escape])
        #expect(model.screen == .home)
    }

    @Test func `the first round of a session goes on where the day stopped`() throws {
        var model = try model("home")
        model.figures?.endingsToday = Array(repeating: .rightAtOnce, count: 13) + [.notYet]

        press(&model, [.character("1")])
        _ = model.practise(.posed(Sample.posed(.english, hints: 0)))

        #expect(model.practice?.flow.problemNumber == 3)
        #expect(view(model).drawnText.contains("1 ✗"))
    }

    @Test func `more than was planned is no share of it`() throws {
        var model = try model("home")
        model.settings.roundLength = 5
        let figures = try #require(model.figures)
        let answered = figures.figures(of: figures.today).answered
        try #require(answered > 5)

        #expect(!view(model).drawnText.contains("\(answered) of 5"))
    }

    @Test func `w asks for the reason, and Enter gives it to the session`() throws {
        var model = try model("feedback-try-again")

        press(&model, [.character("w"), .character("i"), .character("t"), .character("e")])
        #expect(model.hasTextFocus)
        let effects = press(&model, [.backspace, .enter])

        guard case .practice(.think(_, _, let words))? = effects.last else {
            Issue.record("no reason: \(effects)")
            return
        }
        #expect(words == "it")
        #expect(!model.hasTextFocus)
    }

    @Test func `a reason that was understood wrong is one key away`() throws {
        var model = try model("feedback-thought")

        let effects = press(&model, [.character("n")])

        guard case .practice(.label(_, .thoughtIsRight(false)))? = effects.first else {
            Issue.record("no label: \(effects)")
            return
        }
        #expect(model.practice?.flow.feedback?.thoughtIsRight == false)
    }

    @Test func `an answer that was typed is submitted as it stands`() throws {
        var model = try model("practice")

        let effects = press(&model, [.character("."), .character("5"), .enter])

        guard case .practice(.record(let submission))? = effects.first else {
            Issue.record("no submission: \(effects)")
            return
        }
        #expect(submission.input == "39.5")
    }

    @Test(arguments: ["7", "ㅂ", "a"] as [Character])
    func `what is typed on an example begins the answer`(character: Character) throws {
        var model = try model("practice-example")

        press(&model, [.character(character)])

        #expect(model.practice?.answer.text == String(character))
        #expect(!model.isReadingExample)
    }

    @Test func `what is pasted on an example begins the answer`() throws {
        var model = try model("practice-example")

        _ = update(&model, AppMessage(body: .event(.paste("3/4")), time: Sample.now))

        #expect(model.practice?.answer.text == "3/4")
    }

    @Test(arguments: [("USD", "$"), ("KRW", "원"), ("cm", "cm")])
    func `a currency is shown by its sign`(unit: String, shown: String) {
        let answer = Problem.Answer(
            value: "3", unit: unit, text: "3", specification: "t=num")

        #expect(answer.shownUnit == shown)
    }

    @Test func `an empty answer is not submitted`() throws {
        var model = try model("practice")

        let effects = press(&model, [.control("u"), .enter])

        #expect(effects.isEmpty)
        #expect(model.notice != nil)
    }

    @Test func `letters are text while an answer is typed`() throws {
        var model = try model("practice")

        let effects = press(&model, [.control("u")] + "6 q s ㅂ".map { .character($0) })

        #expect(effects.isEmpty)
        #expect(model.practice?.answer.text == "6 q s ㅂ")
    }

    @Test func `a pasted answer is composed and has no control characters`() throws {
        var model = try model("practice")
        press(&model, [.control("u")])

        let paste = "３/4 \u{1112}\u{1161}\u{11AB}\u{1B}[A\u{7}"
        _ = update(&model, AppMessage(body: .event(.paste(paste)), time: Sample.now))

        #expect(model.practice?.answer.text == "3/4 한")
    }

    @Test func `the equals sign opens the calculator and a line is calculated exactly`() throws {
        var model = try model("practice")

        press(&model, [.control("u"), .character("=")] + "0.1+0.2".map { .character($0) })
        press(&model, [.enter])

        #expect(model.practice?.scratch.lines == ["0.1+0.2 = 3/10"])
        #expect(model.practice?.answer.text == "")
    }

    @Test func `quitting asks only while a training runs`() throws {
        var idle = try model("home")
        var training = try model("retrain-live")

        #expect(press(&idle, [.character("q")]) == [.quit(0)])
        #expect(press(&training, [.control("c")]).isEmpty)
        #expect(press(&training, [.character("2")]) == [.quit(130)])
    }

    @Test func `a signal ends the program without a question`() throws {
        var model = try model("retrain-live")

        let effects = update(
            &model, AppMessage(body: .event(.signal(.hangup)), time: Sample.now))

        #expect(effects == [.quit(129)])
    }

    @Test func `switching the language asks for the same problem in the other`() throws {
        var model = try model("practice")

        let effects = press(&model, [.control("t")])

        #expect(model.language == .korean)
        #expect(effects.contains(.saveLanguage(.korean)))
        #expect(effects.contains(.practice(.render(Sample.problem(.english), .korean))))
        #expect(model.practice?.answer.text == "39")
    }

    @Test func `commands answer to the keys of the Korean keyboard`() throws {
        var model = try model("home")

        #expect(press(&model, [.character("ㅂ")]) == [.quit(0)])
        press(&model, [.character("ㅓ"), .character("ㅓ")])
        #expect(model.home.index == 2)
    }

    @Test func `a syllable of an input method stands for all its keys`() throws {
        var model = try model("home")

        press(&model, [.character("ㅓ"), .character("ㅏ")])
        #expect(model.home.index == 0)
        press(&model, [.character("머")])
        #expect(model.home.index == 1)
    }

    @Test func `a late reading of an older text is dropped`() throws {
        var model = try model("own")
        let reading = try #require(model.own.reading)
        press(&model, [.character("a"), .character("b")])

        _ = update(
            &model, AppMessage(body: .read(nil, sequence: 1), time: Sample.now))
        #expect(model.own.reading == reading)
        _ = update(
            &model, AppMessage(body: .read(nil, sequence: 2), time: Sample.now))
        #expect(model.own.reading == nil)
    }

    @Test func `the model in use and the built-in one are not deleted`() throws {
        var model = try model("models")

        #expect(press(&model, [.character("d"), .character("1")]).isEmpty)
        #expect(press(&model, [.down, .character("d"), .character("1")]) == [.deleteModel("1")])
    }

    @Test func `an answer survives a window that is too small`() throws {
        var model = try model("practice")
        let small = AppMessage(
            body: .event(.resize(Size(rows: 5, columns: 20))), time: Sample.now)
        let large = AppMessage(
            body: .event(.resize(Size(rows: 24, columns: 80))), time: Sample.now)

        _ = update(&model, small)
        _ = update(&model, large)

        #expect(view(model).drawnText.contains("39"))
    }
}
