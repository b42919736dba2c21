import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems
import Retraining
import TerminalUI
import Tutoring

/// What lies behind the screens: the record, the problems, the session, the models.
///
/// One task owns it and calls it; nothing of it is seen from outside but messages.
final class BackstageWorker {
    var clock: WallClock
    private var global: GlobalOptions
    private let mailbox: Mailbox<AppMessage>
    var environment: TutorEnvironment?
    var session: TutorSession?
    var registry: ModelRegistry?
    var classifier: ProblemClassifier?
    /// The identifier that the registry named when the model was loaded.
    var loadedFor: String?
    var training: TrainingRun?
    /// The model that reads along without being heard.
    var silent: (id: String, classifier: ProblemClassifier)?
    /// Whether the question about training by itself was put in this session.
    var hasAskedToTrain = false
    var confusionReader = ConfusionReader()

    /// Where the seeds of the sessions come from.
    private var seeds: SplitMix64

    init(
        global: GlobalOptions, clock: WallClock, mailbox: Mailbox<AppMessage>, seed: UInt64
    ) {
        self.global = global
        seeds = SplitMix64(seed: seed)
        self.clock = clock
        self.mailbox = mailbox
    }

    /// Sends a message to the thread that draws.
    func post(_ body: AppMessage.Body) {
        mailbox.post(AppMessage(body: body, time: clock.milliseconds()))
    }

    /// What sends messages from other threads.
    var poster: @Sendable (AppMessage.Body) -> Void {
        let mailbox = mailbox
        let clock = clock
        return { mailbox.post(AppMessage(body: $0, time: clock.milliseconds())) }
    }

    /// Opens everything; where that fails the program ends with the reason.
    func open() {
        do {
            let environment = try TutorEnvironment.open(global)
            try adopt(environment)
            registry = try ModelFolders(global).registry()
            post(.ready(names: BackstageWorker.names(environment.bank.skills)))
            if let session { post(.figures(try figures(environment, session))) }
            loadModel()
            try tellTrainingWish()
        } catch {
            post(.fatal(Failure(reporting: error)))
        }
    }

    /// Opens the session anew over the same record, after wishes or the model changed.
    func renewSession() {
        do {
            session = try environment?.session(seed: seeds.next())
        } catch {
            let failure = Failure(reporting: error)
            post(.trouble(english: failure.english, korean: failure.korean))
        }
    }

    private func adopt(_ environment: TutorEnvironment) throws {
        self.environment = environment
        session = try environment.session(seed: seeds.next())
        let stored = try environment.store.settings(of: environment.learner.id)
        let isNew =
            stored["language"] == nil && global.language == nil
            && session?.learnerState.attempts == 0
        post(
            .opened(
                language: environment.language, settings: ScreenSettings(stored: stored),
                isFirstRun: isNew))
    }

    private static func names(_ skills: SkillGraph) -> [String: SkillName] {
        Dictionary(
            skills.leaves.map { leaf in
                (
                    leaf.id,
                    SkillName(
                        english: skills.name(of: leaf.id, in: .english),
                        korean: skills.name(of: leaf.id, in: .korean))
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Ends the use of the record.
    func close() {
        training?.interrupt()
        training?.wait()
        guard let environment else { return }
        // What went wrong at the end is found and told when the record is opened next.
        _ = environment.store.endSession(now: clock.milliseconds())
    }

    /// Carries out one effect; a failure becomes a sentence on the screen.
    func carryOut(_ effect: AppEffect) {
        guard let environment, let session else { return }
        do {
            switch effect {
            case .practice(let wish):
                let action = session.perform(wish, now: clock.moment())
                if let action { post(.practice(action)) }
                watchModels(after: wish, action, environment)
            case .loadFigures: post(.figures(try figures(environment, session)))
            case .wish(let wish, let skill, let isWanted):
                try keep(wish, of: skill, isWanted: isWanted, in: environment)
            case .save(let settings): try save(settings, in: environment)
            case .saveLanguage(let language):
                try environment.store.set(
                    "language", to: language.rawValue, of: environment.learner.id)
            case .label(let text, let skill): try keep(text, skill, in: environment)
            case .listProfiles:
                post(.profiles(try profiles(environment)))
            case .openProfile(let name): try openProfile(name, environment)
            case .vary, .keepOwn, .listOwn, .deleteOwn:
                try carryOutOnOwn(effect, in: environment)
            case .lookAtTraining, .startTraining, .pauseTraining, .stopTraining, .reloadModel,
                .listModels, .useModel, .deleteModel, .read, .listLearned, .takeBack,
                .considerTraining, .letTrainAlone, .endQuarantine:
                try carryOutOnModels(effect)
            case .show, .suspend, .redraw, .quit, .tickInASecond, .tickInAMinute: break
            }
        } catch {
            let failure = Failure(reporting: error)
            post(.trouble(english: failure.english, korean: failure.korean))
        }
    }

    private func save(_ settings: ScreenSettings, in environment: TutorEnvironment) throws {
        for (key, value) in settings.stored.sorted(by: { $0.key < $1.key }) {
            try environment.store.set(key, to: value, of: environment.learner.id)
        }
        try save(grade: settings.grade, in: environment)
    }

    /// A school grade bounds what is practised: two grades back to the grade itself.
    static func lowestGrade(for grade: Int) -> Int { max(1, grade - 2) }

    /// What lower grades teach is taken as known; placement begins at the grade itself.
    private func save(grade: Int?, in environment: TutorEnvironment) throws {
        var preferences = environment.preferences
        let lowest = grade.map(BackstageWorker.lowestGrade)
        guard (lowest, grade) != (preferences.lowestGrade, preferences.highestGrade) else { return }
        preferences.lowestGrade = lowest
        preferences.highestGrade = grade
        try keep(preferences, in: environment)
    }

    private func keep(_ text: String, _ skill: String, in environment: TutorEnvironment) throws {
        let time = clock.milliseconds()
        try environment.store.add(
            Label(
                id: "own:\(time):\(skill)", time: time, learner: environment.learner.id,
                task: "skill", text: text, label: skill, source: "learner"))
    }

    private func openProfile(_ name: String, _ environment: TutorEnvironment) throws {
        let store = try record(of: name, environment)
        let isGuest = Guest.isMeant(by: name)
        let learner = try store.learner(
            named: isGuest ? Guest.name : name, creatingAt: clock.milliseconds())
        if isGuest {
            try store.set("language", to: environment.language.rawValue, of: learner.id)
        } else {
            try store.set(TutorEnvironment.SettingKey.profile, to: name)
        }
        let spoken = try store.setting(
            TutorEnvironment.SettingKey.language, of: learner.id)
        let language = spoken.flatMap(Language.init(rawValue:)) ?? environment.language
        let kept = try store.setting(TutorEnvironment.SettingKey.preferences, of: learner.id)
        // Wishes that cannot be read are no reason to refuse practice.
        let preferences = kept.flatMap {
            try? JSONDecoder().decode(LearnerPreferences.self, from: Data($0.utf8))
        }
        let changed = environment.changed(
            store: store, learner: learner, preferences: preferences ?? LearnerPreferences(),
            language: language)
        try adopt(changed)
        if let session { post(.figures(try figures(changed, session))) }
    }

    /// The record of a profile: a guest's is a new one in memory, all others share one on the disk.
    private func record(
        of name: String, _ environment: TutorEnvironment
    ) throws -> LearnerStore {
        let isGuestNow = environment.store.location == nil
        guard Guest.isMeant(by: name) || isGuestNow else { return environment.store }
        let record = try TutorEnvironment.record(
            of: name, in: environment.home, now: clock.milliseconds())
        // What went wrong at the end is found and told when the record is opened next.
        _ = environment.store.endSession(now: clock.milliseconds())
        return record
    }

    /// The names of the kept profiles, then the guest.
    private func profiles(_ environment: TutorEnvironment) throws -> [String] {
        let isGuestNow = environment.store.location == nil
        let store =
            try isGuestNow
            ? LearnerStore.open(
                at: environment.home.data, mode: .viewing, now: clock.milliseconds())
            : environment.store
        defer { if isGuestNow { store.close() } }
        let names = try store.learners().map(\.name).filter { !Guest.isMeant(by: $0) }
        return names + [Guest.name]
    }
}

extension TutorEnvironment {
    /// Returns the environment with another learner, other wishes or another open record.
    func changed(
        store: LearnerStore? = nil, learner: Learner? = nil, preferences: LearnerPreferences? = nil,
        language: Language? = nil
    ) -> TutorEnvironment {
        TutorEnvironment(
            home: home, dataDirectory: dataDirectory, bank: bank, curriculum: curriculum,
            store: store ?? self.store, learner: learner ?? self.learner,
            preferences: preferences ?? self.preferences, language: language ?? self.language,
            clock: clock, reader: reader)
    }

    /// Returns the environment with other problems of the learner's own.
    func changed(own: [OwnTemplate]) throws -> TutorEnvironment {
        let bank = bank.adding(own: own)
        return TutorEnvironment(
            home: home, dataDirectory: dataDirectory, bank: bank,
            curriculum: try TutorEnvironment.curriculum(of: bank, in: dataDirectory),
            store: store, learner: learner, preferences: preferences, language: language,
            clock: clock, reader: reader)
    }
}

extension Failure {
    /// What a person is told about any error.
    init(reporting error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let fault as LearnerStoreError: self.init(fault)
        default: self.init(.failed, english: "\(error)", korean: "\(error)")
        }
    }
}
