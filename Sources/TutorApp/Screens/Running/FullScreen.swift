import Foundation
import Mathematics
import TerminalUI

/// The full screen: terminal, loop and backstage put together.
@MainActor
struct FullScreen {
    let global: GlobalOptions
    let clock: WallClock
    let home: HomeDirectory
    /// The randomness of the sessions.
    let seed: UInt64
    /// Where the session is written down, if anywhere.
    var recording: URL?

    /// Runs until the learner quits and returns the exit code.
    func run(_ environment: [String: String]) throws -> Int32 {
        let terminal = try open(environment)
        let mailbox = Mailbox<AppMessage>()
        var model = AppModel(
            size: terminal.size, language: global.languageInForce(environment: environment))
        model.suggestedGlyphs = terminal.suggestedGlyphs
        model.isASCIIForced = global.ascii
        model.now = clock.milliseconds()
        let recorder = try recorder(model, terminal)
        let backstage = Backstage(
            global: global, clock: clock, mailbox: mailbox, seed: seed)
        let program = Program(
            model: model, terminal: terminal, mailbox: mailbox,
            functions: functions(backstage, recorder))
        let code = program.run()
        backstage.finish()
        try recorder?.end(program.model, exitCode: code, time: clock.milliseconds())
        if let failure = program.model.failure { throw failure }
        return code
    }

    private func recorder(
        _ model: AppModel, _ terminal: NcursesTerminal
    ) throws(Failure) -> SessionRecorder? {
        guard let recording else { return nil }
        do {
            return try SessionRecorder(
                file: recording,
                beginning: SessionRecording.Beginning(
                    columns: model.size.columns, rows: model.size.rows,
                    language: model.language.rawValue,
                    languageOption: global.language?.rawValue, profile: global.profile,
                    isASCII: global.ascii, glyphs: model.suggestedGlyphs.rawValue, seed: seed,
                    time: clock.milliseconds(), utcOffset: clock.utcOffset()))
        } catch {
            terminal.close()
            throw error
        }
    }

    private func functions(
        _ backstage: Backstage, _ recorder: SessionRecorder?
    ) -> Program<AppModel, AppMessage, AppEffect>.Functions {
        let clock = clock
        return Program.Functions(
            message: { AppMessage(body: .event($0), time: clock.milliseconds()) },
            update: { model, message in
                recorder?.note(message)
                return update(&model, message)
            }, view: view
        ) { effect, program in
            switch effect {
            case .quit(let code): return .quit(code)
            case .suspend: return .suspend
            case .redraw: return .redraw
            case .tickInASecond:
                let due = AppMessage(body: .tick, time: clock.milliseconds() + 1000)
                program.schedule(due, after: .seconds(1))
                return .proceed
            case .tickInAMinute:
                let due = AppMessage(body: .minute, time: clock.milliseconds() + 60_000)
                program.schedule(due, after: .seconds(60))
                return .proceed
            case .show(let theme, let mouse):
                program.terminal.theme = theme
                program.terminal.reportsMouse = mouse
                return .redraw
            default:
                backstage.carryOut(effect)
                return .proceed
            }
        }
    }

    private func open(_ environment: [String: String]) throws(Failure) -> NcursesTerminal {
        var options = NcursesTerminal.Options()
        let isPlainWanted = !(environment["NO_COLOR"] ?? "").isEmpty
        options.allowsColor = global.color == .always || (global.color == .auto && !isPlainWanted)
        options.errorLog = errorLog
        options.crashNote =
            global.languageInForce(environment: environment) == .korean
            ? "mathtutor가 갑자기 멈췄어요. 답은 모두 저장돼 있어요. 자세한 것은:"
            : "mathtutor stopped unexpectedly; your answers are saved. Details:"
        do {
            return try NcursesTerminal(options)
        } catch {
            throw Failure(error)
        }
    }

    /// Where messages go while the screen is up; without the folder they stay where they were.
    private var errorLog: String? {
        guard !Guest.isMeant(by: global.profile) else { return nil }
        // The screen opens without a log rather than not at all.
        guard (try? HomeDirectory.createFolder(home.state)) != nil else { return nil }
        return home.log.path(percentEncoded: false)
    }
}

extension Failure {
    /// Why there is no screen, and what to do instead.
    init(_ error: TerminalError) {
        switch error {
        case .notATerminal: self = .needsTerminal
        case .noScreen(let term), .unknownTerminal(let term):
            let name = term.isEmpty ? "TERM" : "TERM=\(term)"
            self.init(
                .usage,
                english: """
                    this terminal (\(name)) cannot show the full screen.
                    Try:  mathtutor --plain        (works everywhere)
                          TERM=xterm-256color mathtutor        (if the terminal can do more than it says)
                    """,
                korean: """
                    이 터미널(\(name))에서는 전체 화면을 볼 수 없어요.
                    이렇게 해 보세요:  mathtutor --plain        (어디서나 돼요)
                          TERM=xterm-256color mathtutor        (터미널이 더 많은 것을 할 수 있다면)
                    """)
        case .system(let number):
            let reason = String(cString: strerror(number))
            self.init(
                .failed, english: "the screen cannot be opened: \(reason).",
                korean: "화면을 열 수 없어요: \(reason).")
        }
    }
}
