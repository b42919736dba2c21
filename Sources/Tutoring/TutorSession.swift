public import LearnerModel
public import LearnerStore
import Mathematics
public import Problems
import Synchronization

/// Performs the effects of a practice session against the bank, the checker, the learner model and
/// the record; safe to call from any thread, one effect at a time.
public final class TutorSession: Sendable {
    /// The problems.
    public let bank: ProblemBank
    /// The skills, their order and what they build on.
    public let curriculum: Curriculum
    let store: LearnerStore
    let reader: ProblemReader
    let learner: String
    let seed: UInt64
    let preferences: LearnerPreferences
    private let state: Mutex<LearnerState>

    /// Opens a session for one learner and replays their log.
    public init(
        learner: String, seed: UInt64, bank: ProblemBank, curriculum: Curriculum,
        store: LearnerStore, reader: ProblemReader = .none,
        preferences: LearnerPreferences = LearnerPreferences()
    ) throws(LearnerStoreError) {
        self.learner = learner
        self.seed = seed
        self.bank = bank
        self.curriculum = curriculum
        self.store = store
        self.reader = reader
        self.preferences = preferences
        state = Mutex(
            try store.learnerState(of: learner, resets: preferences.resets, in: curriculum))
    }

    /// What is known of the learner now.
    public var learnerState: LearnerState { state.withLock { $0 } }

    /// Performs one effect and returns what the flow must be told, if anything.
    ///
    /// `recorded` is returned only after the attempt is on the disk.
    public func perform(_ effect: PracticeEffect, now: Moment) -> PracticeAction? {
        do throws(TutoringError) {
            switch effect {
            case .choose(let choice, let language, let plan):
                return .posed(try choose(choice, language, plan, now: now))
            case .remember(let posed):
                try remember(posed)
                return nil
            case .record(let submission):
                return .recorded(try record(submission, utcOffset: now.utcOffset))
            case .render(let problem, let language):
                return .rendered(try render(problem, language))
            case .think(let attempt, let problem, let words):
                return .understood(try think(words, about: attempt, of: problem, now: now))
            case .label(let attempt, let label):
                try keep(label, on: attempt, now: now)
                return nil
            }
        } catch {
            return .failed(error)
        }
    }

    /// The identifier of the attempt that comes next in the learner's log.
    ///
    /// It follows from the seed and the log, so that asking again after a failure stores nothing
    /// twice.
    func nextAttemptID(at time: Int64) -> String {
        let count = state.withLock { $0.attempts }
        var generator = SplitMix64(stream: ["attempt", String(seed), learner, String(count)])
        return Self.uniqueIdentifier(time: time, using: &generator)
    }

    /// Returns a UUID of version 7 (RFC 9562): milliseconds, then random bits.
    static func uniqueIdentifier(
        time: Int64, using generator: inout some RandomNumberGenerator
    ) -> String {
        let high = UInt64(bitPattern: max(0, time)) << 16 | 0x7000 | generator.next() & 0x0fff
        let low = generator.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        let digits = [high, low].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        return [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)].map { from, to in
            String(digits.dropFirst(from).prefix(to - from))
        }.joined(separator: "-")
    }

    /// Takes a stored attempt into account and returns how its skill moved.
    func learn(from attempt: Attempt) -> Feedback.Change? {
        state.withLock { state in
            let skill = curriculum[attempt.skill]
            let before = skill.map { state.chance(of: $0, at: attempt.moment) }
            state.apply(attempt, in: curriculum)
            guard attempt.counted, let skill, let before else { return nil }
            return Feedback.Change(
                skill: attempt.skill, before: before,
                after: state.chance(of: skill, at: attempt.moment))
        }
    }

    /// Reads or writes the record and gives its faults the session's name.
    @discardableResult
    func stored<Value>(
        _ body: () throws(LearnerStoreError) -> Value
    ) throws(TutoringError) -> Value {
        do {
            return try body()
        } catch {
            throw .notStored(error)
        }
    }
}
