/// The learner whose record is not kept: it lives in memory and is gone with the program.
enum Guest {
    /// The name that stands for the guest on the command line and in lists.
    static let name = "guest"

    /// Whether a profile's name means the guest; nobody else can have it.
    static func isMeant(by name: String?) -> Bool {
        guard let name else { return false }
        return [Guest.name, "손님"].contains(name.lowercased())
    }
}

extension Failure {
    /// Something was asked of the guest that only a kept record can give.
    static let guestIsNotKept = Failure(
        .failed,
        english: """
            a guest's answers are not kept, so there is nothing to show or to rename.
            Try:  mathtutor profiles        (lists the learners whose answers are kept)
            """,
        korean: """
            손님의 답은 남기지 않아서 보여 주거나 바꿀 것이 없어요.
            이렇게 해 보세요:  mathtutor profiles        (기록이 있는 사용자를 보여 줘요)
            """)

    /// The record cannot be kept where it must be.
    static func unusableRecord(_ path: String, because reason: String) -> Failure {
        Failure(
            .unwritable,
            english: """
                the record cannot be kept in \(path): \(reason).
                Try:  another folder with --home DIR, or give yourself the right to read and write there.
                      mathtutor practice --plain --profile guest        (nothing is kept)
                """,
            korean: """
                \(path)에 기록을 둘 수 없어요: \(SystemReason.korean(reason)).
                이렇게 해 보세요:  --home 폴더로 다른 곳을 고르거나, 그곳을 읽고 쓸 권한을 주세요.
                      mathtutor practice --plain --profile guest        (아무것도 남기지 않아요)
                """)
    }
}
