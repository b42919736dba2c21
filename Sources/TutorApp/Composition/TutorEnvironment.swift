import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Problems
import Tutoring

/// What practice needs, opened and wired in one place for the screen and for the lines.
struct TutorEnvironment {
    let home: HomeDirectory
    let dataDirectory: URL
    let bank: ProblemBank
    let curriculum: Curriculum
    let store: LearnerStore
    let learner: Learner
    let preferences: LearnerPreferences
    /// The language in force: the option's, else the profile's, else the locale's.
    let language: Language
    let clock: WallClock
    var reader = ProblemReader.none

    /// The settings' keys that more than one part reads.
    enum SettingKey {
        static let language = "language"
        static let preferences = "preferences"
        static let profile = "profile"
        static let plain = "plain"
    }

    /// Opens the data and the record; a learner who is not there yet is created.
    static func open(_ global: GlobalOptions) throws -> TutorEnvironment {
        let clock = try WallClock.ofEnvironment()
        let home = try global.homeDirectory()
        let data = try global.dataDirectory()
        let shipped = try loadBank(global)
        let own = OwnTemplateFolder(home.templates).templates(skills: shipped.skills).templates
        let bank = shipped.adding(own: own)
        let curriculum = try curriculum(of: bank, in: data)
        let store = try record(of: global.profile, in: home, now: clock.milliseconds())
        let name =
            try global.guestOrProfile ?? store.setting(SettingKey.profile)
            ?? LearnerStore.defaultProfile
        let learner = try store.learner(named: name, creatingAt: clock.milliseconds())
        let spoken = try store.setting(SettingKey.language, of: learner.id)
        return TutorEnvironment(
            home: home, dataDirectory: data, bank: bank, curriculum: curriculum, store: store,
            learner: learner, preferences: try preferences(of: learner, in: store),
            language: global.languageInForce(profile: spoken.flatMap(Language.init(rawValue:))),
            clock: clock)
    }

    /// Opens the record that a profile belongs to: a guest's is a new one in memory.
    static func record(
        of profile: String?, in home: HomeDirectory, now: Int64
    ) throws -> LearnerStore {
        guard !Guest.isMeant(by: profile) else { return try LearnerStore.inMemory(now: now) }
        try home.create()
        return try LearnerStore.open(at: home.data, now: now)
    }

    /// Opens a session of the learner.
    func session(seed: UInt64) throws -> TutorSession {
        try TutorSession(
            learner: learner.id, seed: seed, bank: bank, curriculum: curriculum, store: store,
            reader: reader, preferences: preferences)
    }

    static func curriculum(of bank: ProblemBank, in data: URL) throws -> Curriculum {
        let all = bank.templates.map { ($0.skill, $0.id) } + bank.own.map { ($0.skill, $0.id) }
        let templates = Dictionary(grouping: all, by: \.0)
            .mapValues { $0.map { CurriculumTemplate(id: $0.1) } }
        do {
            return try Curriculum(
                dataDirectory: data, leaves: bank.skills.leaves, templates: templates)
        } catch {
            throw Failure(
                .failed,
                english: """
                    the order of the skills cannot be read: \(error).
                    Try:  install the Data folder again.
                    """,
                korean: """
                    배우는 순서를 읽을 수 없어요: \(error).
                    이렇게 해 보세요:  Data 폴더를 다시 설치하세요.
                    """)
        }
    }

    static func preferences(
        of learner: Learner, in store: LearnerStore
    ) throws -> LearnerPreferences {
        guard let text = try store.setting(SettingKey.preferences, of: learner.id) else {
            return LearnerPreferences()
        }
        // Wishes that cannot be read are no reason to refuse practice.
        return (try? JSONDecoder().decode(LearnerPreferences.self, from: Data(text.utf8)))
            ?? LearnerPreferences()
    }
}

extension WallClock {
    /// The present instant as a learner lives it.
    func moment() -> Moment { Moment(milliseconds: milliseconds(), utcOffset: utcOffset()) }
}
