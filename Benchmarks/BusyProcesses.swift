import Glibc

/// Processes that only use up processor time, for a bounded while.
struct BusyProcesses {
    private let identifiers: [pid_t]

    /// Starts `count` of them; each ends by itself after `seconds`.
    init(_ count: Int, seconds: Int) {
        identifiers = (0..<count).compactMap { _ in
            var identifier = pid_t()
            let arguments = ["timeout", "\(seconds)", "sh", "-c", "while :; do :; done"]
            var pointers = arguments.map { strdup($0) } + [nil]
            defer { for pointer in pointers { free(pointer) } }
            let status = posix_spawnp(&identifier, "timeout", nil, nil, &pointers, environ)
            return status == 0 ? identifier : nil
        }
    }

    /// How many run.
    var count: Int { identifiers.count }

    /// Ends them.
    func stop() {
        for identifier in identifiers {
            kill(identifier, SIGTERM)
            waitpid(identifier, nil, 0)
        }
    }
}
