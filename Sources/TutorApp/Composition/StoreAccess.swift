import Foundation
import LearnerStore

extension GlobalOptions {
    /// Opens the record of this home; for viewing, nothing is made or changed.
    func openStore(_ mode: LearnerStore.Mode) throws(Failure) -> LearnerStore {
        let home = try homeDirectory()
        let now = try WallClock.ofEnvironment().milliseconds()
        return try Failure.ofStore { () throws(LearnerStoreError) in
            try LearnerStore.open(at: home.data, mode: mode, now: now)
        }
    }

    /// The learner that `--profile` names, or the one profile in use; nil where nobody has begun.
    func learner(in store: LearnerStore) throws(Failure) -> Learner? {
        guard !Guest.isMeant(by: profile) else { throw .guestIsNotKept }
        guard let profile else {
            let learners = try Failure.ofStore(store.learners)
            let chosen = try Failure.ofStore { () throws(LearnerStoreError) in
                try store.setting(TutorEnvironment.SettingKey.profile)
            }
            let named = learners.first { $0.name == chosen ?? LearnerStore.defaultProfile }
            return named ?? learners.first
        }
        guard
            let learner = try Failure.ofStore({ () throws(LearnerStoreError) in
                try store.learner(named: profile)
            })
        else {
            throw Failure(.unknownLearner(profile))
        }
        return learner
    }
}

extension Failure {
    /// Runs something with the record and says for people what went wrong.
    static func ofStore<Value>(
        _ body: () throws(LearnerStoreError) -> Value
    ) throws(Failure) -> Value {
        do {
            return try body()
        } catch {
            throw Failure(error)
        }
    }
}
