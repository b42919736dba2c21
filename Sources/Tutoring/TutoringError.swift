public import LearnerStore
public import Problems

/// Why a practice session could not go on; nothing that was acknowledged is lost.
public enum TutoringError: Error, Sendable, Hashable {
    /// The record could not be read or written; what was asked for is not stored.
    case notStored(LearnerStoreError)
    /// No problem could be made.
    case noProblem(GenerationError)
    /// The right answer of a problem cannot be read, so that no answer can be checked.
    case unreadableKey(problem: String, Problem.KeyError)
    /// The learner's wishes leave nothing to practise.
    case nothingToPractise
}
