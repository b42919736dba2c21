internal import CTerminalSupport
internal import Glibc

/// A program at the other end of a terminal of our own: what tests and measurements look through.
package final class PseudoTerminal {
    private let controller: Int32
    private let process: Int32
    private var status: Int32?
    /// Everything that the program wrote so far, as it came.
    package private(set) var output: [UInt8] = []

    /// Starts a program, or returns nil where the system refuses.
    package init?(
        path: String, arguments: [String], environment: [String: String], size: Size
    ) {
        var words = ([path] + arguments).map { strdup($0) }
        var variables = environment.map { strdup("\($0.key)=\($0.value)") }
        words.append(nil)
        variables.append(nil)
        defer { (words + variables).forEach { free($0) } }
        var controller: Int32 = -1
        let process = terminal_support_spawn(
            path, words, variables, Int32(size.rows), Int32(size.columns), &controller)
        guard process > 0 else { return nil }
        self.process = process
        self.controller = controller
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(controller)
    }

    /// Types a text.
    package func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Gives the terminal another size, which the program is told by a signal.
    package func resize(to size: Size) {
        // A terminal that is gone has no size; what follows will notice.
        _ = terminal_support_resize(controller, Int32(size.rows), Int32(size.columns))
    }

    /// Sends a signal to the program.
    package func send(signal: Int32) {
        kill(process, signal)
    }

    /// The processor time that the program used so far, in seconds; nil where it is not known.
    package var processorSeconds: Double? {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return nil }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 1024)
        guard fgets(&buffer, 1024, file) != nil else { return nil }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?
            .split(separator: " ")
        guard let fields, fields.count > 12, let user = Double(fields[11]),
            let system = Double(fields[12])
        else { return nil }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Reads until the output since `start` holds a text, and returns whether it came in time.
    package func waits(
        for text: String, since start: Int = 0, within limit: Duration = .seconds(20)
    ) -> Bool {
        let wanted = Array(text.utf8)
        let deadline = ContinuousClock.now + limit
        repeat {
            if output[min(start, output.count)...].contains(wanted) { return true }
        } while readSome() && ContinuousClock.now < deadline
        return output[min(start, output.count)...].contains(wanted)
    }

    /// Reads what comes within a while, and returns how many bytes that were.
    @discardableResult
    package func listen(for duration: Duration) -> Int {
        let before = output.count
        let deadline = ContinuousClock.now + duration
        while ContinuousClock.now < deadline, readSome(within: 10) {}
        return output.count - before
    }

    /// Waits for the end of the program and returns its exit code, or 128 + the signal.
    package func exitCode(within limit: Duration = .seconds(20)) -> Int32? {
        let deadline = ContinuousClock.now + limit
        while status == nil, ContinuousClock.now < deadline {
            _ = readSome(within: 20)
            var found: Int32 = 0
            if waitpid(process, &found, WNOHANG) == process { status = found }
        }
        guard let status else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Reads what is there; false where the program closed the terminal.
    private func readSome(within milliseconds: Int32 = 50) -> Bool {
        var descriptor = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(controller, &buffer, buffer.count)
        guard count > 0 else { return false }
        output += buffer[..<count]
        return true
    }
}
