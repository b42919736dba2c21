import Glibc

/// What the program does where `ulimit -v` allows it little memory.
///
/// The library of matrices starts a thread for each core when it is loaded. Where one of them gets
/// no memory it tries for ever, and the end of the program waits for it.
enum MemoryLimit {
    /// Below this the program cannot do all of its work.
    static let least: UInt64 = 512 << 20
    private static let threads = "OPENBLAS_NUM_THREADS"

    /// Begins the program anew without those threads where memory is limited.
    /// - Throws: that the limit is too low.
    static func prepare() throws(Failure) {
        guard let limit = current() else { return }
        guard limit >= least else { throw .tooLittleMemory(limit) }
        guard getenv(threads) == nil else { return }
        setenv(threads, "1", 1)
        // Where it cannot begin anew, it goes on as it is.
        execv("/proc/self/exe", CommandLine.unsafeArgv)
    }

    /// The limit of the memory that can be asked for, or nil where there is none.
    private static func current() -> UInt64? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
            limit.rlim_cur != rlim_t.max
        else { return nil }
        return UInt64(limit.rlim_cur)
    }
}

extension Failure {
    fileprivate static func tooLittleMemory(_ limit: UInt64) -> Failure {
        let (allowed, needed) = (limit >> 20, MemoryLimit.least >> 20)
        return Failure(
            .failed,
            english: """
                only \(allowed) MiB of memory are allowed here, and \(needed) MiB are needed; \
                nothing was changed.
                Try:  ulimit -v unlimited        (in the shell, before mathtutor)
                """,
            korean: """
                여기서는 메모리를 \(allowed) MiB까지만 쓸 수 있는데 \(needed) MiB가 필요해요. \
                아무것도 바꾸지 않았어요.
                이렇게 해 보세요:  ulimit -v unlimited        (mathtutor를 열기 전에 셸에서)
                """)
    }
}
