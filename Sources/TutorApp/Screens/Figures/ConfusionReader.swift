import LearnerModel
import ProblemEncoding
import Problems

/// Finds which calculation each answer of a learner was, and remembers what it found.
struct ConfusionReader {
    /// How many of the newest answers are looked at.
    static let window = 2_000

    private var asked: [String: RootOperation] = [:]
    private var done: [String: RootOperation?] = [:]

    /// The confusion over the newest answers that count.
    mutating func confusion(of attempts: [Attempt], _ bank: ProblemBank) -> Confusion {
        var confusion = Confusion()
        for attempt in attempts.filter(\.isFirstTry).suffix(Self.window) {
            guard let asked = operation(asked: attempt, bank),
                Confusion.operations.contains(asked)
            else { continue }
            if attempt.isRight {
                confusion.add(asked: asked, done: asked)
            } else if let done = operation(done: attempt, bank) {
                confusion.add(asked: asked, done: done)
            }
        }
        return confusion
    }

    private mutating func operation(
        asked attempt: Attempt, _ bank: ProblemBank
    ) -> RootOperation? {
        let key = "\(attempt.template)/\(attempt.level)"
        if let known = asked[key] { return known }
        guard let problem = problem(of: attempt, bank) else { return nil }
        let operation = RootOperation(ofExpression: problem.expression)
        asked[key] = operation
        return operation
    }

    private mutating func operation(
        done attempt: Attempt, _ bank: ProblemBank
    ) -> RootOperation? {
        if let known = done[attempt.id] { return known }
        let found = problem(of: attempt, bank)?.calculation(behind: attempt.input)
        done[attempt.id] = .some(found)
        return found
    }

    private func problem(of attempt: Attempt, _ bank: ProblemBank) -> Problem? {
        // A template that is gone says nothing.
        try? bank.problem(
            template: attempt.template, level: attempt.level, language: attempt.language,
            seed: attempt.seed)
    }
}
