import Foundation
import LearnerStore

/// What the checks of the record found, for people.
enum StoreDiagnosis {
    static func diagnoses(_ findings: [StoreFinding]) -> [Diagnosis] {
        let backups = findings.lazy.compactMap { finding in
            if case .backups(let all, _) = finding { all } else { nil }
        }.first
        return findings.map { finding in
            var diagnosis = diagnosis(finding, backups: backups ?? [])
            // Only a whole record can be copied.
            if case .backups = finding, !isWhole(findings) { diagnosis.remedies = [] }
            return diagnosis
        }
    }

    private static func isWhole(_ findings: [StoreFinding]) -> Bool {
        findings.contains { if case .whole = $0 { true } else { false } }
    }

    /// The command that moves a file of another program out of the way.
    static func moveAside(_ path: String) -> String {
        "mv -n \(Failure.quoted(path)) \(Failure.quoted(path + ".other"))"
    }

    /// What is said where no record can ever be made.
    static func noHome(_ failure: Failure) -> Diagnosis {
        Diagnosis(
            section: "store", check: "record", severity: .failure,
            english: firstLine(failure.english), korean: firstLine(failure.korean),
            remedies: ["mathtutor --home DIR"])
    }

    private static func diagnosis(
        _ finding: StoreFinding, backups: [StoreBackups.Backup]
    ) -> Diagnosis {
        func make(
            _ check: String, _ english: String, _ korean: String, remedies: [String] = []
        ) -> Diagnosis {
            Diagnosis(
                section: "store", check: check, severity: finding.severity, english: english,
                korean: korean, remedies: remedies)
        }
        switch finding {
        case .none:
            return make("record", "no record yet; practice makes one", "아직 기록이 없어요. 연습하면 생겨요")
        case .fault(let error):
            return fault(error, backups: backups)
        case .whole(let bytes, let version, let attempts, let learners):
            return make(
                "record",
                """
                record whole (answers: \(attempts), learners: \(learners)), every checksum right; \
                \(bytes / 1024) KiB, format \(version), WAL, synchronous FULL
                """,
                """
                기록이 온전해요: 학습자 \(learners)명의 답 \(attempts)개, 검사합이 모두 맞아요 \
                (\(bytes / 1024) KiB, 형식 \(version), WAL, synchronous FULL)
                """)
        case .open(let process, _):
            return make(
                "lock", "the record is open in process \(process)",
                "다른 프로세스(\(process)번)가 기록을 쓰고 있어요")
        case .answersInFuture(let newest):
            let moment = Timestamp(newest).iso8601
            return make(
                "dates", "the newest answer is of \(moment), later than the clock; check the clock",
                "가장 새 답의 시각이 \(moment)이라 지금 시계보다 늦어요. 시계를 확인해 주세요")
        default: return surroundings(finding, make)
        }
    }

    private static func surroundings(
        _ finding: StoreFinding, _ make: (String, String, String, [String]) -> Diagnosis
    ) -> Diagnosis {
        switch finding {
        case .backups(let backups, let damaged):
            let newest = backups.first.map { Timestamp($0.time).iso8601 } ?? "-"
            return make(
                "backups",
                "backups: \(backups.count), newest \(newest), damaged: \(damaged.count)",
                "백업 \(backups.count)개, 가장 새것 \(newest), 망가진 것 \(damaged.count)개",
                backups.isEmpty || !damaged.isEmpty ? ["mathtutor backup"] : [])
        case .freeSpace(let bytes):
            return make(
                "disk", "\(bytes >> 20) MiB free where the record lies",
                "기록이 있는 곳에 \(bytes >> 20) MiB가 남아 있어요", [])
        case .readableByOthers(let paths):
            return make(
                "permissions", "others on this computer may read \(paths.joined(separator: ", "))",
                "이 컴퓨터의 다른 사람도 읽을 수 있어요: \(paths.joined(separator: ", "))",
                paths.map { "chmod go= \(Failure.quoted($0))" })
        case .rescuedAnswers(let path):
            return make(
                "rescue", "answers wait in \(path)", "\(path)에 저장되지 못한 답이 기다려요",
                ["mathtutor import \(Failure.quoted(path))"])
        default:
            return make("record", "nothing to say", "알릴 것이 없어요", [])
        }
    }

    private static func fault(
        _ error: LearnerStoreError, backups: [StoreBackups.Backup]
    ) -> Diagnosis {
        let failure = Failure(error)
        let copies = backups.prefix(3).map {
            "mathtutor restore \(Failure.quoted($0.url.path))"
        }
        var remedies: [String] = []
        if case .damaged(let path, .foreign) = error {
            remedies = [moveAside(path)] + copies + ["mathtutor --home DIR"]
        } else if case .damaged = error {
            remedies = ["mathtutor doctor --repair"] + copies
        }
        return Diagnosis(
            section: "store", check: "record", severity: .failure,
            english: firstLine(failure.english), korean: firstLine(failure.korean),
            remedies: remedies)
    }

    private static func firstLine(_ text: String) -> String {
        String(text.prefix { $0 != "\n" })
    }
}

extension Failure {
    /// A path as a shell takes it.
    static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            let character = Character(UnicodeScalar(byte))
            return byte < 0x80
                && (character.isLetter || character.isNumber || "/._-+,:@".contains(character))
        }
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
