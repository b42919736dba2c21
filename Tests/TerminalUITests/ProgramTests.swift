import Testing

@testable import TerminalUI

private struct Counter {
    var typed = ""
    var posted = 0
    var size = Size(rows: 2, columns: 20)
}

private enum CounterMessage: Sendable {
    case event(Event)
    case posted(Int)
    case tick
}

private enum CounterEffect { case quit(Int32), suspend, later }

private func update(_ model: inout Counter, _ message: CounterMessage) -> [CounterEffect] {
    switch message {
    case .event(.key(.character("z"))): return [.suspend]
    case .event(.key(.character("l"))): return [.later]
    case .event(.key(.character(let character))): model.typed.append(character)
    case .event(.key(.escape)): return [.quit(0)]
    case .event(.signal(let signal)): return [.quit(signal.exitCode)]
    case .event(.resize(let size)): model.size = size
    case .event: break
    case .posted(let number): model.posted += number
    case .tick: model.typed.append("!")
    }
    return []
}

private func view(_ model: Counter) -> Canvas {
    var canvas = Canvas(size: model.size)
    canvas.write("\(model.typed) \(model.posted)", row: 0, column: 0)
    return canvas
}

@MainActor
@Suite struct ProgramTests {
    private func run(
        _ script: [[Event]], mailbox: Mailbox<CounterMessage> = Mailbox()
    ) -> (code: Int32, terminal: InMemoryTerminal) {
        let terminal = InMemoryTerminal(size: Size(rows: 2, columns: 20), script: script)
        let functions = Program<Counter, CounterMessage, CounterEffect>.Functions(
            message: CounterMessage.event, update: update, view: view
        ) { effect, program in
            switch effect {
            case .quit(let code): return .quit(code)
            case .suspend: return .suspend
            case .later:
                program.schedule(.tick, after: .zero)
                return .proceed
            }
        }
        let program = Program(
            model: Counter(), terminal: terminal, mailbox: mailbox, functions: functions)
        return (program.run(), terminal)
    }

    @Test func `a batch of events is drawn once`() {
        let batch = "abcdef".map { Event.key(.character($0)) }

        let (_, terminal) = run([batch, [.key(.escape)]])

        #expect(terminal.shown?.drawnText == "abcdef 0\n")
        #expect(terminal.frames == 2)
    }

    @Test func `nothing is drawn where nothing happened`() {
        let (_, terminal) = run([[], [], []])

        #expect(terminal.frames == 1)
    }

    @Test func `messages of other threads arrive`() {
        let mailbox = Mailbox<CounterMessage>()
        mailbox.post(.posted(3))
        mailbox.post(.posted(4))

        let (_, terminal) = run([[], [.key(.escape)]], mailbox: mailbox)

        #expect(terminal.shown?.drawnText == " 7\n")
    }

    @Test func `a signal ends the program with its code and puts the terminal back`() {
        let (code, terminal) = run([[.signal(.terminate)]])

        #expect(code == 143)
        #expect(terminal.isClosed)
    }

    @Test func `nothing after the quit is carried out`() {
        let (code, terminal) = run([[.key(.escape), .key(.character("z"))]])

        #expect(code == 0)
        #expect(terminal.suspensions == 0)
    }

    @Test func `a program that is suspended goes on`() {
        let (_, terminal) = run([[.key(.character("z"))], [.key(.escape)]])

        #expect(terminal.suspensions == 1)
    }

    @Test func `a timer delivers its message once`() {
        let (_, terminal) = run([[.key(.character("l"))], [], [], [.key(.escape)]])

        #expect(terminal.shown?.drawnText == "! 0\n")
    }
}
