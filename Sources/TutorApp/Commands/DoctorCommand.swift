import ArgumentParser
import Foundation
import LearnerStore
import Mathematics

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Checks everything, explains it, and repairs the record.",
        discussion: """
            Nothing is changed unless --repair is given and agreed to. A repair builds a whole \
            record from every answer that can be proved right and from the newest whole backup; \
            the damaged file stays beside it. Exit code 3 means that the record is damaged, 4 that \
            it cannot be written, 1 that another check failed.
            """)

    @Flag(help: "Repair a damaged record.")
    var repair = false

    @Flag(help: "Repair without asking; needed where there is no terminal.")
    var yes = false

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let home = try global.homeDirectory()
        let now = try WallClock.ofEnvironment().milliseconds()
        let language = global.languageInForce()
        if repair { try repairRecord(in: home, now: now, language) }
        let findings = LearnerStore.checkup(at: home.data, now: now)
        let diagnoses = try all(home, findings)
        if global.json {
            let lines = diagnoses.map { $0.json(in: language) }.joined(separator: ",")
            let isWell = diagnoses.allSatisfy { $0.severity != .failure }
            try StandardOutput.line("{\"ok\":\(isWell),\"checks\":[\(lines)]}")
        } else {
            for diagnosis in diagnoses {
                try StandardOutput.line(diagnosis.text(in: language))
            }
        }
        if let code = fault(in: findings)?.exitCode { throw ExitCode(code) }
        if obstacle(home, findings) != nil { throw ExitCode(Failure.Kind.unwritable.rawValue) }
        if diagnoses.contains(where: { $0.severity == .failure }) {
            throw ExitCode(Failure.Kind.failed.rawValue)
        }
    }

    private func all(_ home: HomeDirectory, _ findings: [StoreFinding]) throws -> [Diagnosis] {
        let environment = ProcessInfo.processInfo.environment
        var diagnoses = StoreDiagnosis.diagnoses(findings)
        if let reason = obstacle(home, findings) {
            diagnoses = [StoreDiagnosis.noHome(.unusableRecord(home.data.path, because: reason))]
        }
        diagnoses += SystemDiagnosis(environment: environment).diagnoses()
        do throws(Failure) {
            diagnoses += SystemDiagnosis.data(try global.dataDirectory(), home: home)
        } catch {
            diagnoses.append(SystemDiagnosis.missingData(error))
        }
        return diagnoses
    }

    /// Why no record can be made where there is none.
    private func obstacle(_ home: HomeDirectory, _ findings: [StoreFinding]) -> String? {
        let isAbsent = findings.contains { if case .none = $0 { true } else { false } }
        return isAbsent ? HomeProbe.obstacle(at: home.data) : nil
    }

    private func fault(in findings: [StoreFinding]) -> LearnerStoreError? {
        for finding in findings {
            if case .fault(let error) = finding { return error }
        }
        return nil
    }

    private func repairRecord(
        in home: HomeDirectory, now: Int64, _ language: Language
    ) throws {
        let findings = LearnerStore.checkup(at: home.data, now: now)
        guard case .damaged? = fault(in: findings) else { return }
        let question = Consent(
            english: """
                Build a whole record from what can be read and the newest backup? \
                The damaged file is kept beside it.
                """,
            korean: "읽을 수 있는 답과 가장 새 백업으로 기록을 다시 만들까요? 망가진 파일은 옆에 남겨요.")
        guard try yes || question.isGiven(in: language) else { return }
        let repaired = try Failure.ofStore { () throws(LearnerStoreError) in
            try LearnerStore.repair(at: home.data, now: now)
        }
        let kept = repaired.replaced.kept?.path ?? "-"
        StandardOutput.complain(
            language == .korean
                ? """
                고쳤어요: 파일에서 답 \(repaired.fromFile)개, 백업에서 \(repaired.fromBackup)개, \
                따로 적어 둔 답 \(repaired.fromRescue)개. \
                전의 파일: \(kept)
                """
                : """
                Repaired: \(EnglishCount.answers(repaired.fromFile)) from the file, \(repaired.fromBackup) from \
                the backup, \(repaired.fromRescue) from the rescue file. The former file: \(kept)
                """)
    }
}
