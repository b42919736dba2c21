import LearnerModel
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems
import Retraining
import TextClassification
import Tutoring

extension BackstageWorker {
    /// Takes the model in use from the registry; without one the tutor works on and reads nothing.
    func loadModel() {
        guard let registry, var environment else { return }
        loadedFor = registry.currentID
        loadSilentModel()
        do {
            let loaded = try registry.loadCurrent()
            let classifier = ProblemClassifier(ServedClassifier(loaded.model))
            self.classifier = classifier
            let grader = ThinkingGrader(classifier.model)
            environment.reader = ProblemReader(
                model: loaded.id, think: { grader.grade($0, of: $1, explaining: true) }
            ) { text in
                let prediction = classifier.classify(text)
                return prediction.abstained
                    ? []
                    : prediction.top.map {
                        Feedback.Reading(skill: $0.skill, probability: $0.probability)
                    }
            }
            for (id, _) in loaded.refused {
                let failure = Failure.passedOver(id: id, taken: loaded.id)
                post(.trouble(english: failure.english, korean: failure.korean))
            }
        } catch {
            // A tutor without a model still checks, explains and chooses; the Models screen says so.
            classifier = nil
            environment.reader = .none
        }
        self.environment = environment
        renewSession()
    }

    /// Carries out what concerns models.
    func carryOutOnModels(_ effect: AppEffect) throws {
        switch effect {
        case .lookAtTraining: post(.retrainFacts(try retrainFacts()))
        case .startTraining(let request): startTraining(request)
        case .pauseTraining(let isPaused):
            if isPaused { training?.pause() } else { training?.resume() }
        case .stopTraining: training?.cancel()
        case .reloadModel: loadModel()
        case .listModels: listModels()
        case .useModel(let id): change("in use", "쓰기 시작", id) { try $0.use(id) }
        case .deleteModel(let id): change("deleted", "지움", id) { try $0.delete(id) }
        case .listLearned(let id): try listLearned(id)
        case .takeBack(let learner, let model): try takeBack(learner, model)
        case .considerTraining(let rest): try considerTraining(restedSeconds: rest)
        case .letTrainAlone(let isAllowed): try letTrainAlone(isAllowed)
        case .endQuarantine: registry?.endQuarantine()
        case .read(let text, let sequence): read(text, sequence: sequence)
        default: break
        }
    }

    private func change(
        _ english: String, _ korean: String, _ id: String,
        _ body: (ModelRegistry) throws -> Void
    ) {
        guard let registry else { return }
        do {
            try body(registry)
            loadModel()
            listModels()
            post(.done(english: "Model \(id): \(english).", korean: "모델 \(id): \(korean)."))
        } catch let error as ModelRegistryError {
            let failure = Failure.registry(error)
            post(.trouble(english: failure.english, korean: failure.korean))
        } catch {
            post(.trouble(english: "\(error)", korean: "\(error)"))
        }
    }

    func listModels() {
        guard let registry else { return }
        let current = registry.currentID
        let trial = registry.trial
        post(
            .models(
                registry.versions().map { version in
                    ModelFigure(
                        id: version.id, made: version.isFactory ? nil : version.created,
                        accuracy: version.leafAccuracy, isInUse: version.id == current,
                        isBuiltIn: version.isFactory, note: note(on: version, trial))
                }))
    }

    private func read(_ text: String, sequence: Int) {
        guard let classifier else {
            return post(
                .trouble(
                    english: "There is no model yet: Retrain makes one.",
                    korean: "아직 모델이 없어요. 다시 학습을 하면 생겨요."))
        }
        let began = ContinuousClock.now
        let prediction = classifier.classify(text, explaining: true)
        let parts = (ContinuousClock.now - began).components
        let milliseconds = Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
        post(
            .read(
                OwnReading(
                    top: prediction.top.map {
                        OwnReading.Ranked(skill: $0.skill, probability: $0.probability)
                    },
                    words: prediction.words.map {
                        OwnReading.Word(text: $0.text, weight: $0.weight)
                    },
                    numbers: prediction.numbers, isUnsure: prediction.abstained,
                    milliseconds: milliseconds, sign: Self.signs[prediction.operation],
                    similar: similar(prediction)), sequence: sequence))
    }

    private static let signs: [RootOperation: String] = [
        .addition: "+", .subtraction: "-", .multiplication: "*", .division: "/",
    ]

    /// A problem of the bank of the same kind.
    private func similar(_ prediction: Prediction) -> String {
        // A kind without problems has nothing to show.
        let problem = try? environment?.bank.problem(
            skill: prediction.skill, level: 2, language: prediction.language, seed: 1)
        return problem?.text ?? ""
    }

    func startTraining(_ request: TrainingRequest) {
        guard let registry, let environment else { return }
        let relay = TrainingRelay(
            began: clock.milliseconds(), epochs: request.epochs, clock: clock,
            skills: environment.bank.skills, post: poster)
        let service = RetrainingService(
            bank: environment.bank, dataDirectory: environment.dataDirectory, registry: registry)
        do {
            training = try service.start(
                try configuration(request, environment), report: { relay.take($0) })
        } catch let error as RetrainingError {
            relay.fail(Failure.training(error))
        } catch {
            relay.fail(Failure(reporting: error))
        }
    }

    private func configuration(
        _ request: TrainingRequest, _ environment: TutorEnvironment
    ) throws -> TrainingConfiguration {
        var configuration = TrainingConfiguration(seed: request.seed)
        configuration.start =
            classifier == nil ? .scratch : request.startsFromChampion ? .champion : .factory
        configuration.plan.epochs = request.epochs
        configuration.size.rowsPerTemplate = request.size
        configuration.now = clock.milliseconds()
        configuration.policy.takenBack = try takenBack(environment)
        if request.usesAnswers || request.goesOn {
            configuration.labels = try environment.store.labels(task: "skill")
        }
        guard request.goesOn, let interrupted = registry?.interruptedTraining() else {
            return configuration
        }
        return interrupted.continuing(configuration)
    }

    func takenBack(_ environment: TutorEnvironment) throws -> Set<String> {
        TrainingSettings.takenBack(
            try environment.store.setting(TrainingSettings.takenBackKey))
    }

    /// What the menu says before a training.
    private func retrainFacts() throws -> RetrainFacts {
        guard let registry, let environment else { throw TrainingFactsMissing() }
        let versions = registry.versions()
        let rows = versions.first?.trainingRows ?? 0
        var policy = LabelPolicy()
        policy.takenBack = try takenBack(environment)
        policy.quarantined = registry.quarantine()
        let selection = policy.selection(
            from: try environment.store.labels(task: "skill"), drawnRows: rows)
        let measured = versions.last { $0.rowsPerSecond ?? 0 > 0 }
        let speed = measured?.rowsPerSecond ?? guessedSpeed()
        return RetrainFacts(
            interrupted: registry.interruptedTraining().map {
                RetrainFacts.Interrupted(done: $0.epochsDone, of: $0.epochs)
            },
            rows: rows, rowsPerSecond: speed,
            secondsBeside: measured?.secondsBeside ?? Double(rows) / max(speed, 1),
            labels: selection.training.count,
            leftOut: selection.leftOut.values.reduce(0, +) + selection.aside.count,
            waiting: selection.leftOut[.quarantined] ?? 0)
    }

    /// Before the first training: reading a text and learning from one keep about the same ratio on
    /// every machine, so the time of reading some tells.
    private func guessedSpeed() -> Double {
        guard let classifier else { return 0 }
        let text = "Mina had 12 apples. She gave 5 of them to a friend. How many are left?"
        let times = (0..<24).map { _ in
            let began = ContinuousClock.now
            _ = classifier.classify(text)
            let parts = (ContinuousClock.now - began).components
            return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        }
        guard let least = times.min(), least > 0 else { return 0 }
        return Self.learningPerReading / least
    }

    /// The rows that are learned from in the time in which one text is read.
    private static let learningPerReading = 0.6
}

/// Nothing is open yet; told to nobody, since the menu can only be opened later.
private struct TrainingFactsMissing: Error {}
