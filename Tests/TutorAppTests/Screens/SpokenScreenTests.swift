import Mathematics
import Problems
import TerminalUI
import Testing

@testable import TutorApp

/// What the screens say where nothing is drawn.
@Suite struct SpokenScreenTests {
    private static let told = SampleScreen.all.filter {
        let screen = $0.model().screen
        return ![.firstRun, .home, .practice].contains(screen)
    }

    @Test(arguments: told)
    func `every screen is told in sentences of both languages`(screen: SampleScreen) {
        let english = spoken(screen.model(language: .english))
        let korean = spoken(screen.model(language: .korean))

        #expect(!english.isEmpty)
        #expect(english != korean)
        #expect(korean.contains { $0.contains { $0.displayWidth == 2 } })
    }

    @Test(arguments: told)
    func `what is told has no frames, bars or curves`(screen: SampleScreen) {
        let drawn = Set("╭╮╰╯─│▰▱▸█░▒▓▁▂▃▄▅▆▇")
        for line in spoken(screen.model()) {
            #expect(!line.contains { drawn.contains($0) || ("\u{2800}"..."\u{28FF}").contains($0) })
        }
    }

    @Test(arguments: told)
    func `what can be typed is taken from the table that answers the keys`(screen: SampleScreen) {
        let model = screen.model()
        let prompt = PlainKeys.prompt(of: model, PlainPhrases(language: .english))
        for binding in KeyTables(model).current.bindings
        where !binding.hint.isEmpty && !PlainKeys.isOfTheScreen(binding) {
            #expect(
                binding.caption == "↑↓" || binding.caption == "Esc" || prompt.contains(binding.hint)
            )
        }
    }

    @Test(
        arguments: [
            ("enter", Key.enter), ("더", .pageDown), ("left", .left), ("탭", .tab),
            ("start", .enter), ("k", .character("k")),
        ])
    func `a key answers to its name and to what the hint calls it`(word: String, key: Key) {
        let bindings: [KeyBinding<Command>] = [
            KeyBinding([.enter], .enter, caption: "Enter", hint: "start", help: ""),
            KeyBinding([.left], .left, caption: "", help: ""),
            KeyBinding([.tab], .nextTab, caption: "", help: ""),
            KeyBinding([.pageDown], .pageDown, caption: "", help: ""),
            KeyBinding([.up, .character("k")], .up, caption: "", help: ""),
        ]
        #expect(PlainKeys.key(named: word, in: KeyTable(bindings), .english) == key)
    }

    @Test func `a running training is told at another stage and else twice a minute`() {
        var spoken = SpokenTraining()
        let reports: [(TrainingFigures.Stage, Int64)] = [
            (.preparing, 40_000), (.preparing, 50_000), (.training, 50_000), (.training, 80_000),
        ]

        let told = reports.map { stage, time in
            var figures = TrainingFigures(began: 0, epochs: 3)
            figures.stage = stage
            figures.reported = time
            return spoken.isNews(figures)
        }

        #expect(told == [true, false, true, true])
    }
}
