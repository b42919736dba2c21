import Autograd
import Foundation
import LearnerStore
import Problems

/// What the terminal, the locale, the data and the engine can do.
struct SystemDiagnosis {
    let environment: [String: String]

    func diagnoses() -> [Diagnosis] { [terminal(), locale(), engine()] }

    private func terminal() -> Diagnosis {
        let name = environment["TERM"] ?? ""
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            return Diagnosis(
                section: "terminal", check: "terminal", severity: .fine,
                english: "no terminal here; commands and --plain work without one",
                korean: "여기는 터미널이 아니에요. 명령과 --plain은 그래도 돼요")
        }
        var size = winsize()
        let isSized = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isRoomy = !isSized || (size.ws_col >= 80 && size.ws_row >= 24)
        let isDumb = name.isEmpty || name == "dumb"
        let measure = isSized ? "\(size.ws_col)x\(size.ws_row)" : "?"
        let colours = environment["COLORTERM"].map { ", " + $0 } ?? ""
        return Diagnosis(
            section: "terminal", check: "terminal", severity: isDumb || !isRoomy ? .warning : .fine,
            english: "terminal \(name.isEmpty ? "?" : name)\(colours), \(measure)",
            korean: "터미널 \(name.isEmpty ? "?" : name)\(colours), \(measure)",
            remedies: isDumb ? ["mathtutor --plain"] : [])
    }

    private func locale() -> Diagnosis {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
            .first { !$0.isEmpty }
        setlocale(LC_CTYPE, "")
        let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "?"
        let isUnicode = codeset.uppercased() == "UTF-8"
        return Diagnosis(
            section: "locale", check: "locale", severity: isUnicode ? .fine : .warning,
            english: "locale \(named ?? "C"), characters \(codeset)"
                + (isUnicode ? "" : "; Korean and drawings need UTF-8"),
            korean: "로캘 \(named ?? "C"), 문자 \(codeset)"
                + (isUnicode ? "" : ". 한글과 그림에는 UTF-8이 필요해요"),
            remedies: isUnicode ? [] : ["LANG=C.UTF-8 mathtutor"])
    }

    private func engine() -> Diagnosis {
        let report = EngineReport.current
        let facts = """
            \(report.kernels), \(report.blas) (\(report.blasCore), \
            \(report.blasThreads)/\(report.processors))
            """
        return Diagnosis(
            section: "engine", check: "engine", severity: .fine,
            english: "engine: \(facts)", korean: "계산 엔진: \(facts)")
    }

    /// The problems and models that ship with the program, and the learner's own.
    static func data(_ directory: URL, home: HomeDirectory) -> [Diagnosis] {
        bank(directory, own: OwnTemplateFolder(home.templates))
            + [shippedModels(directory, own: home.models)]
    }

    /// What is said where no data folder can be found.
    static func missingData(_ failure: Failure) -> Diagnosis {
        Diagnosis(
            section: "data", check: "bank", severity: .failure,
            english: String(failure.english.prefix { $0 != "\n" }),
            korean: String(failure.korean.prefix { $0 != "\n" }))
    }

    private static func bank(_ directory: URL, own folder: OwnTemplateFolder) -> [Diagnosis] {
        do throws(BankFault) {
            let bank = try ProblemBank(dataDirectory: directory)
            let count = bank.templates.count
            let shipped = Diagnosis(
                section: "data", check: "bank", severity: bank.faults.isEmpty ? .fine : .warning,
                english: "templates in \(directory.path): \(count), faults: \(bank.faults.count)",
                korean: "\(directory.path)에 문제 틀 \(count)개, 잘못 \(bank.faults.count)개",
                remedies: bank.faults.isEmpty ? [] : ["mathtutor bank check"])
            let own = folder.templates(skills: bank.skills)
            let isQuiet = own.templates.isEmpty && own.faults.isEmpty
            return [shipped] + (isQuiet ? [] : [ownProblems(own.templates.count, own.faults)])
        } catch {
            return [
                Diagnosis(
                    section: "data", check: "bank", severity: .failure,
                    english: "the problems in \(directory.path) cannot be read: \(error)",
                    korean: "\(directory.path)의 문제를 읽을 수 없어요: \(error)")
            ]
        }
    }

    private static func ownProblems(_ count: Int, _ faults: [BankFault]) -> Diagnosis {
        Diagnosis(
            section: "data", check: "own", severity: faults.isEmpty ? .fine : .warning,
            english: "your own problems in practice: \(count), unusable files: \(faults.count)",
            korean: "연습에 넣은 내 문제 \(count)개, 쓸 수 없는 파일 \(faults.count)개",
            remedies: faults.prefix(5).map(\.description))
    }

    private static func shippedModels(_ directory: URL, own: URL) -> Diagnosis {
        let shipped = folders(in: directory.appending(path: "models"))
        let trained = folders(in: own)
        return Diagnosis(
            section: "models", check: "models", severity: shipped + trained > 0 ? .fine : .warning,
            english: "models shipped: \(shipped), your own: \(trained)",
            korean: "함께 온 모델 \(shipped)개, 직접 훈련한 모델 \(trained)개",
            remedies: shipped + trained > 0 ? [] : ["mathtutor train --budget 60s"])
    }

    private static func folders(in url: URL) -> Int {
        // A folder that is not there holds no models.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            return !name.hasPrefix(".")
                && FileManager.default.fileExists(
                    atPath: url.appending(path: name).path, isDirectory: &isFolder)
                && isFolder.boolValue
        }.count
    }
}
