import Glibc

/// A file that a command is asked to read.
enum InputFile {
    /// Says what is wrong with a file that cannot be read, and what to do.
    static func require(_ path: String) throws(Failure) {
        if let code = fault(path) {
            throw .unreadable(path, because: String(cString: strerror(code)))
        }
    }

    private static func fault(_ path: String) -> Int32? {
        guard access(path, R_OK) == 0 else { return errno }
        var status = stat()
        guard stat(path, &status) == 0 else { return errno }
        return status.st_mode & S_IFMT == S_IFDIR ? EISDIR : nil
    }
}

extension Failure {
    /// A file that must be read cannot be.
    static func unreadable(_ path: String, because reason: String) -> Failure {
        Failure(
            .failed,
            english: """
                the file \(path) cannot be read: \(reason).
                Try:  ls -l \(quoted(path))        (is the name right, and may you read it?)
                """,
            korean: """
                \(path) 파일을 읽을 수 없어요: \(SystemReason.korean(reason)).
                이렇게 해 보세요:  ls -l \(quoted(path))        (이름이 맞는지, 읽을 권한이 있는지 보여 줘요)
                """)
    }
}
