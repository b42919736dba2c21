import Foundation
import LearnerStore

extension Failure {
    /// What a person is told when the record cannot be used, and the way out.
    init(_ error: LearnerStoreError) {
        let text = StoreMessage(error)
        let kind = Kind(rawValue: error.exitCode) ?? .failed
        self.init(kind, english: text.english, korean: text.korean)
    }
}

/// The sentences about each fault of the record.
private struct StoreMessage {
    let english: String
    let korean: String

    private init(_ english: String, _ korean: String) {
        self.english = english
        self.korean = korean
    }

    init(_ error: LearnerStoreError) {
        switch error {
        case .damaged(let path, .foreign): self = Self.foreign(path)
        case .damaged(let path, let damage): self = Self.damaged(path, damage)
        case .newerVersion(let path, let found, let supported):
            self.init(
                """
                \(path) was written by a newer mathtutor (format \(found), this one knows \
                \(supported)); it was left as it is.
                Try:  the newer mathtutor, or another folder with --home DIR.
                """,
                """
                \(path) 파일은 더 새로운 mathtutor가 쓴 기록이에요(형식 \(found), 이 프로그램은 \
                \(supported)까지 알아요). 그대로 두었어요.
                이렇게 해 보세요:  새 mathtutor를 쓰거나, --home 폴더로 다른 곳을 정하세요.
                """)
        case .inUse(let process, let since): self = Self.inUse(process, since)
        case .unwritable(let path, let reason):
            let failure = Failure.unusableRecord(path, because: reason)
            self.init(failure.english, failure.korean)
        case .viewOnly:
            self.init(
                "the record is open for viewing only.\nTry:  a folder you may write, with --home DIR.",
                "기록을 보기만 할 수 있어요.\n이렇게 해 보세요:  --home 폴더로 쓸 수 있는 곳을 정하세요.")
        default: self = Self.unsaved(error)
        }
    }

    private static func damaged(_ path: String, _ damage: StoreDamage) -> StoreMessage {
        let (english, korean) = finding(damage)
        return StoreMessage(
            """
            the record \(path) \(english); it was left exactly as it is.
            Try:  mathtutor doctor              (explains and lists the backups)
                  mathtutor restore FILE        (brings a backup back, keeps the present file beside it)
                  mathtutor --home DIR          (another folder)
            """,
            """
            기록 \(path): \(korean). 손대지 않고 그대로 두었어요.
            이렇게 해 보세요:  mathtutor doctor        (무엇이 잘못됐는지와 백업을 보여 줘요)
                  mathtutor restore 파일        (백업을 되살리고, 지금 파일은 옆에 남겨요)
                  mathtutor --home 폴더         (다른 폴더를 써요)
            """)
    }

    private static func foreign(_ path: String) -> StoreMessage {
        let aside = StoreDiagnosis.moveAside(path)
        return StoreMessage(
            """
            the file \(path) is not a record of mathtutor; it was left exactly as it is.
            Try:  \(aside)        (moves it away)
                  mathtutor backup --list        (names the copies there are, if it was your record)
                  mathtutor restore FILE        (brings a copy back, keeps the present file beside it)
                  mathtutor --home DIR        (another folder)
            """,
            """
            \(path) 파일은 mathtutor의 기록이 아니에요. 손대지 않고 그대로 두었어요.
            이렇게 해 보세요:  \(aside)        (다른 이름으로 치워 둬요)
                  mathtutor backup --list        (내 기록이었다면, 남은 백업을 보여 줘요)
                  mathtutor restore 파일        (백업을 되살리고, 지금 파일은 옆에 남겨요)
                  mathtutor --home 폴더        (다른 폴더를 써요)
            """)
    }

    private static func finding(_ damage: StoreDamage) -> (String, String) {
        switch damage {
        case .empty: ("is empty, although a record is never empty", "파일이 비어 있어요")
        case .notAFile: ("is not a plain file", "보통 파일이 아니에요")
        case .foreign: ("is not a record of mathtutor", "mathtutor의 기록이 아니에요")
        case .structure(let detail): ("is damaged (\(detail))", "파일이 망가졌어요 (\(detail))")
        case .rows(let rows):
            (
                "has \(rows.count) damaged answers (the first is number \(rows.first ?? 0))",
                "망가진 답이 \(rows.count)개 있어요 (처음은 \(rows.first ?? 0)번)"
            )
        case .answersMissing(let stored, let expected):
            (
                "holds \(stored) answers, but \(expected) were once stored",
                "답이 \(stored)개뿐이에요. 전에는 \(expected)개가 저장돼 있었어요"
            )
        case .missing: ("is gone, although there are remains of it", "파일이 사라졌어요")
        }
    }

    private static func inUse(_ process: Int32, _ since: Int64) -> StoreMessage {
        let known = process > 0
        let moment = Date(timeIntervalSince1970: Double(since) / 1000)
            .formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false))
        return StoreMessage(
            """
            the record is open in \(known ? "process \(process) since \(moment) UTC" : "another process").
            Try:  close the other mathtutor first, or another folder with --home DIR.
            """,
            """
            기록이 다른 곳에서 열려 있어요\(known ? " (프로세스 \(process), \(moment) UTC부터)" : "").
            이렇게 해 보세요:  먼저 열린 mathtutor를 닫거나, --home 폴더로 다른 곳을 정하세요.
            """)
    }

    private static func unsaved(_ error: LearnerStoreError) -> StoreMessage {
        switch error {
        case .diskFull(let path):
            StoreMessage(
                """
                the disk is full, so nothing more could be saved in \(path).
                Try:  make room, then do it again.
                """,
                "디스크가 가득 차서 \(path)에 저장하지 못했어요.\n이렇게 해 보세요:  자리를 만든 뒤 다시 하세요.")
        case .inputOutput(let path, let detail):
            StoreMessage(
                """
                the disk reported an error (\(detail)), so nothing more could be saved in \(path).
                Try:  again; if it stays so, copy the folder to another disk and use --home DIR.
                """,
                """
                디스크 오류(\(SystemReason.korean(detail)))로 \(path)에 저장하지 못했어요.
                이렇게 해 보세요:  다시 하세요. 그래도 안 되면 폴더를 다른 디스크에 복사하고 --home 폴더를 쓰세요.
                """)
        case .movedAway(let path, let rescue):
            StoreMessage(
                """
                \(path) was moved, replaced or cut while in use; the answer is in \(rescue ?? "no file").
                Try:  put the file back, then mathtutor import \(rescue ?? "FILE")
                      mathtutor doctor --repair        (a record from the newest backup and that answer)
                """,
                """
                쓰는 동안 \(path) 파일이 옮겨지거나 바뀌거나 잘렸어요. \
                \(rescue.map { "답은 \($0)에 있어요." } ?? "답을 저장하지 못했어요.")
                이렇게 해 보세요:  파일을 되돌린 뒤 mathtutor import \(rescue ?? "파일")
                      mathtutor doctor --repair        (가장 새 백업과 그 답으로 기록을 다시 만들어요)
                """)
        case .importRefused(let problems):
            StoreMessage(
                "nothing was imported:\n" + lines(problems) { "line \($0.line): \($0.reason)" },
                "아무것도 가져오지 않았어요:\n"
                    + lines(problems) { "\($0.line)번째 줄: \(SystemReason.korean($0.reason))" })
        case .unknownLearner(let name):
            StoreMessage(
                "there is no learner \"\(name)\".\nTry:  mathtutor profiles",
                "\"\(name)\" 학습자가 없어요.\n이렇게 해 보세요:  mathtutor profiles")
        case .identifierTaken(let id):
            StoreMessage(
                "\"\(id)\" is taken by another entry.", "\"\(id)\", 이 이름은 이미 쓰이고 있어요.")
        default:
            StoreMessage(
                "the record: \(detail(error)).", "기록: \(SystemReason.korean(detail(error))).")
        }
    }

    private static func detail(_ error: LearnerStoreError) -> String {
        switch error {
        case .invalid(let reason), .database(let reason): reason
        default: String(describing: error)
        }
    }

    private static func lines(
        _ problems: [ImportProblem], _ text: (ImportProblem) -> String
    ) -> String {
        problems.map { "  " + text($0) }.joined(separator: "\n")
    }
}
