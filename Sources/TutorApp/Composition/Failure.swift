import Mathematics

/// What went wrong, for the person who runs the command: what happened, why, and what to do.
struct Failure: Error, Equatable {
    /// The exit codes of the contract.
    enum Kind: Int32 {
        case failed = 1
        case usage = 2
        case damaged = 3
        case unwritable = 4
    }

    let kind: Kind
    let english: String
    let korean: String

    /// The message is one sentence of what happened and why, then lines of what to do.
    init(_ kind: Kind, english: String, korean: String) {
        self.kind = kind
        self.english = english
        self.korean = korean
    }

    /// The message without characters that could steer a terminal.
    func message(in language: Language) -> String {
        let text = language == .korean ? korean : english
        return String(text.unicodeScalars.map(Failure.printable).map(Character.init))
    }

    private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar != "\n" && scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
}

extension Failure {
    /// The full screen was asked for where there is none.
    static let needsTerminal = Failure(
        .usage,
        english: """
            the full screen needs a terminal on standard input and output.
            Try:  mathtutor --plain        (works in pipes and with screen readers)
                  mathtutor progress --json   mathtutor practice --count 5 --plain   mathtutor --help
            """,
        korean: """
            전체 화면을 쓰려면 표준 입력과 출력이 터미널이어야 해요.
            이렇게 해 보세요:  mathtutor --plain        (파이프와 화면 낭독기에서도 돼요)
                  mathtutor progress --json   mathtutor practice --count 5 --plain   mathtutor --help
            """)

    /// A folder or file that must be written cannot be.
    static func unwritable(_ path: String, because reason: String) -> Failure {
        Failure(
            .unwritable,
            english: """
                cannot write to \(path): \(reason).
                Try:  another folder with --home DIR, or give yourself the right to write there.
                """,
            korean: """
                \(SystemReason.korean(path))에 쓸 수 없어요: \(SystemReason.korean(reason)).
                이렇게 해 보세요:  --home 폴더로 다른 곳을 고르거나, 그곳에 쓸 권한을 주세요.
                """)
    }

    /// What a kind of thing is called in Korean, with its particle.
    private static func koreanName(_ option: String) -> String {
        switch option.trimmingPrefix("--") {
        case "skill": "유형이"
        case "template": "문제 틀이"
        default: "이름이"
        }
    }

    /// An identifier that the data does not have.
    static func unknownIdentifier(_ identifier: String, option: String) -> Failure {
        Failure(
            .usage,
            english: """
                there is no \(option.trimmingPrefix("--")) called "\(identifier)".
                Try:  mathtutor bank stats        (lists what there is)
                """,
            korean: """
                "\(identifier)" \(koreanName(option)) 없어요.
                이렇게 해 보세요:  mathtutor bank stats        (있는 것을 보여 줘요)
                """)
    }
}
