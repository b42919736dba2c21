import Foundation
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems
import Retraining
import TextClassification

/// Where models come from and go to for the commands that work with them.
struct ModelFolders {
    private let global: GlobalOptions

    init(_ global: GlobalOptions) {
        self.global = global
    }

    /// The registry of the home folder over the model that ships with the program.
    func registry() throws -> ModelRegistry {
        ModelRegistry(
            directory: try global.homeDirectory().models,
            factory: try factory())
    }

    /// The problem bank.
    func bank() throws -> ProblemBank { try loadBank(global) }

    /// The model in use; a damaged one is passed over, which standard error says.
    func classifier() throws -> ProblemClassifier {
        let loaded: ModelRegistry.Loaded
        do {
            loaded = try registry().loadCurrent()
        } catch let error as ModelRegistryError {
            throw Failure.registry(error)
        }
        for (id, _) in loaded.refused {
            let text = Failure.passedOver(id: id, taken: loaded.id)
            StandardOutput.complain("mathtutor: \(text.message(in: global.languageInForce()))")
        }
        return ProblemClassifier(ServedClassifier(loaded.model))
    }

    /// The grader of explanations; without a model the engine's relations grade, which standard error
    /// says.
    func grader() throws -> ThinkingGrader {
        do {
            let classifier = try classifier()
            let grader = ThinkingGrader(classifier.model)
            if !grader.hasModel {
                complain(
                    english: "the model has not learned from explanations; exact rules grade them.",
                    korean: "모델이 설명을 배우지 않아서 정해진 규칙으로 설명을 살펴봐요.")
            }
            return grader
        } catch let failure as Failure {
            complain(
                english: "no model can be used; exact rules grade explanations.",
                korean: "쓸 수 있는 모델이 없어서 정해진 규칙으로 설명을 살펴봐요.")
            StandardOutput.complain("mathtutor: \(failure.message(in: global.languageInForce()))")
            return ThinkingGrader(nil)
        }
    }

    private func complain(english: String, korean: String) {
        let text = Failure(.failed, english: english, korean: korean)
        StandardOutput.complain("mathtutor: \(text.message(in: global.languageInForce()))")
    }

    /// The model that an identifier or a folder names; damage is an error here.
    func model(named name: String?) throws -> (model: ClassifierModel, id: String) {
        let registry = try registry()
        do {
            guard let name else {
                let loaded = try registry.loadCurrent()
                return (loaded.model, loaded.id)
            }
            if registry.version(name) != nil { return (try registry.model(name), name) }
            guard FileManager.default.fileExists(atPath: name) else {
                throw ModelRegistryError.unknownModel(id: name)
            }
            return (try ModelFile.read(folder: URL(filePath: name)), name)
        } catch let error as ModelRegistryError {
            throw Failure.registry(error)
        } catch let error as ModelFileError {
            throw Failure.registry(.damaged(id: name ?? "", reason: "\(error)"))
        }
    }

    /// The instant that a manifest says.
    func milliseconds() throws -> Int64 { try WallClock.ofEnvironment().milliseconds() }

    /// What people said about kinds of problems; nothing where there is no record yet.
    func labels() throws -> [Label] {
        let home = try global.homeDirectory()
        guard FileManager.default.fileExists(atPath: home.database.path) else { return [] }
        let store = try global.openStore(.viewing)
        do {
            return try store.labels(task: "skill")
        } catch {
            throw Failure(error)
        }
    }

    /// The sources and learners whose labels were taken back.
    func takenBack() throws -> Set<String> {
        let home = try global.homeDirectory()
        guard FileManager.default.fileExists(atPath: home.database.path) else { return [] }
        let store = try global.openStore(.viewing)
        do {
            return TrainingSettings.takenBack(try store.setting(TrainingSettings.takenBackKey))
        } catch {
            throw Failure(error)
        }
    }

    private func factory() throws -> URL {
        try global.dataDirectory().appending(path: "models/factory")
    }
}

extension Failure {
    /// What a person is told when a model cannot be used.
    static func registry(_ error: ModelRegistryError) -> Failure {
        switch error {
        case .unknownModel(let id):
            Failure(
                .usage,
                english: "there is no model \"\(id)\".\nTry:  mathtutor models list",
                korean: "\"\(id)\" 모델은 없어요.\n이렇게 해 보세요:  mathtutor models list")
        case .damaged(let id, let reason):
            Failure(
                .damaged,
                english: """
                    the model \(id) is damaged (\(reason)); it was left as it is.
                    Try:  mathtutor models list, then mathtutor models use factory
                    """,
                korean: """
                    모델이 망가졌어요: \(id) (\(reason)). 그대로 두었어요.
                    이렇게 해 보세요:  mathtutor models list, 그다음 mathtutor models use factory
                    """)
        case .protected(ModelVersion.factoryID):
            Failure(
                .failed,
                english: "the model that came with the program always stays; nothing was deleted.",
                korean: "프로그램과 함께 온 모델은 늘 남아 있어요. 아무것도 지우지 않았어요.")
        case .protected(let id):
            Failure(
                .failed,
                english: """
                    the model \(id) is in use, so it stays.
                    Try:  mathtutor models use factory, then mathtutor models delete \(id)
                    """,
                korean: """
                    쓰는 중인 모델이라 지울 수 없어요: \(id).
                    이렇게 해 보세요:  mathtutor models use factory, 그다음 mathtutor models delete \(id)
                    """)
        case .unwritable(let path, let reason): .unwritable(path, because: reason)
        case .trainingElsewhere: .training(.alreadyRunning)
        }
    }

    /// A damaged model was not taken.
    static func passedOver(id: String, taken: String) -> Failure {
        Failure(
            .damaged,
            english: "the model \(id) is damaged and was left as it is; \(taken) is used instead.",
            korean: "모델이 망가져서 그대로 두었어요: \(id). 대신 이 모델을 써요: \(taken).")
    }

    /// What a person is told when a training came to nothing.
    static func training(_ error: RetrainingError) -> Failure {
        switch error {
        case .alreadyRunning:
            Failure(
                .failed,
                english: "another training is running.\nTry:  again when it has ended.",
                korean: "다른 학습이 진행 중이에요.\n이렇게 해 보세요:  끝난 뒤에 다시 하세요.")
        case .badData(let reason):
            Failure(
                .failed, english: "the problems to learn from cannot be read: \(reason)",
                korean: "학습할 문제를 읽을 수 없어요: \(reason)")
        case .unwritable(let reason): .unwritable("the models", because: reason)
        case .damagedModel(let reason):
            Failure(
                .damaged,
                english: """
                    no model can be read: \(reason).
                    Try:  mathtutor train --from scratch --output DIR
                    """,
                korean: """
                    읽을 수 있는 모델이 없어요: \(reason).
                    이렇게 해 보세요:  mathtutor train --from scratch --output 폴더
                    """)
        case .tooMuchMemory(let bytes, let limit):
            Failure(
                .failed,
                english: """
                    the training was given up: it held \(bytes >> 20) MiB of memory, and \
                    \(limit >> 20) is the most it may have.
                    """,
                korean: """
                    학습을 그만두었어요. 메모리를 \(limit >> 20) MiB까지만 쓸 수 있는데 \
                    \(bytes >> 20) MiB를 썼어요.
                    """)
        case .trainingFailed(let reason):
            Failure(
                .failed, english: "the training was given up: \(reason)",
                korean: "학습을 그만두었어요: \(reason)")
        }
    }
}
