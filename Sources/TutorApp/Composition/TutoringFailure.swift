import Tutoring

extension Failure {
    /// What a person is told when practice cannot go on.
    init(_ error: TutoringError) {
        switch error {
        case .notStored(let fault): self.init(fault)
        case .noProblem(let fault):
            self.init(
                .failed,
                english: "no problem could be made. \(fault)\nTry:  mathtutor bank check",
                korean: "문제를 만들 수 없어요. \(fault)\n이렇게 해 보세요:  mathtutor bank check")
        case .unreadableKey(let problem, let fault):
            self.init(
                .failed,
                english: "the problem \(problem) is faulty: \(fault).\nTry:  mathtutor bank check",
                korean: "문제 \(problem)에 잘못이 있어요: \(fault).\n이렇게 해 보세요:  mathtutor bank check")
        case .nothingToPractise:
            self.init(
                .failed,
                english: """
                    there is nothing to practise: every skill is hidden or has no problems.
                    Try:  mathtutor practice --skill add_to.result
                    """,
                korean: """
                    연습할 것이 없어요. 모든 유형을 숨겼거나 문제가 없어요.
                    이렇게 해 보세요:  mathtutor practice --skill add_to.result
                    """)
        }
    }
}
