import Foundation
import LearnerModel
import LearnerStore
import Tutoring

extension BackstageWorker {
    /// Keeps a wish of a skill and shows what came of it.
    func keep(
        _ wish: SkillWish, of skill: String, isWanted: Bool, in environment: TutorEnvironment
    ) throws {
        var preferences = environment.preferences
        preferences.set(
            wish, of: skill, to: isWanted, position: session?.learnerState.attempts ?? 0)
        try keep(preferences, in: environment)
        if let environment = self.environment, let session {
            post(.figures(try figures(environment, session)))
        }
    }

    /// Keeps the wishes of the learner and opens the session anew with them.
    func keep(_ preferences: LearnerPreferences, in environment: TutorEnvironment) throws {
        let text = String(decoding: try JSONEncoder().encode(preferences), as: UTF8.self)
        try environment.store.set(
            TutorEnvironment.SettingKey.preferences, to: text, of: environment.learner.id)
        self.environment = environment.changed(preferences: preferences)
        renewSession()
    }
}
