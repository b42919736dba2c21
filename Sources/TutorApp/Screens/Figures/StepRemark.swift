import Mathematics
import ProblemEncoding
import Problems

/// What a wrong answer has to do with a step of the solution.
enum StepRemark: Sendable, Hashable {
    /// The learner got as far as this step.
    case had
    /// The learner did another calculation in its place, such as `48 + 9`.
    case did(String)
}

extension Problem {
    /// What a wrong answer has to do with each step; nil where it has nothing to do with it.
    func remarks(on answer: String) -> [StepRemark?] {
        guard let typed = Rational(firstIn: answer) else { return steps.map { _ in nil } }
        var remarks: [StepRemark?] = steps.enumerated().map { position, step in
            position < steps.count - 1 && Rational(parsing: step.value) == typed ? .had : nil
        }
        let parts = steps.last?.expression.split(separator: " ").map(String.init) ?? []
        guard parts.count == 3, let first = Rational(parsing: parts[0]),
            let second = Rational(parsing: parts[2]),
            let done = Confusion.operations.first(where: { operation in
                operation.sign != parts[1] && operation.results(first, second).contains(typed)
            })
        else { return remarks }
        let isTurned = done.results(first, second).first != typed
        let (left, right) = isTurned ? (parts[2], parts[0]) : (parts[0], parts[2])
        remarks[steps.count - 1] = .did("\(left) \(done.sign) \(right)")
        for (position, step) in steps.dropLast().enumerated()
        where [first, second].contains(Rational(parsing: step.value)) {
            remarks[position] = .had
        }
        return remarks
    }
}

extension RootOperation {
    /// The sign that programs write the calculation with.
    fileprivate var sign: String {
        switch self {
        case .addition: "+"
        case .subtraction: "-"
        case .multiplication: "*"
        case .division: "/"
        case .other: ""
        }
    }
}
