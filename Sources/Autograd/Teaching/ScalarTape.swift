import Glibc

/// What a step of a computation with single numbers does.
public enum ScalarOperation: Sendable, Equatable {
    /// A number that stays.
    case constant
    /// A number that derivatives are taken by.
    case variable(String)
    /// Two numbers joined.
    case add, subtract, multiply, divide, power
    /// A function of one number.
    case negate, sine, cosine, tangent, exponential, logarithm, squareRoot, hyperbolicTangent
}

/// A computation with single numbers, written down step by step, that can be differentiated.
///
/// This is the whole engine in small: a list of steps (the tape of Wengert, 1964), values computed forward,
/// derivatives backward. Derivatives are themselves steps on the tape, so they can be differentiated again.
public struct ScalarTape: Sendable {
    /// One step.
    public struct Entry: Sendable {
        /// What it does.
        public let operation: ScalarOperation
        /// The steps it reads.
        public let inputs: [Int]
        /// What came out.
        public let value: Double
    }

    /// One number that a step sends back to one of its inputs.
    public struct Contribution: Sendable {
        /// The step that receives it.
        public let target: Int
        /// How fast the sender grows with the receiver.
        public let localDerivative: Double
        /// The sender's gradient times the local derivative.
        public let amount: Double
    }

    /// One step backward.
    public struct BackwardStep: Sendable {
        /// The step of the computation.
        public let entry: Int
        /// Its gradient, complete.
        public let gradient: Double
        /// What it sends to its inputs.
        public let contributions: [Contribution]
    }

    /// The steps in order.
    public private(set) var entries: [Entry] = []

    /// Creates an empty tape.
    public init() {}

    /// Writes down a constant and returns its place.
    public mutating func constant(_ value: Double) -> Int {
        write(.constant, [], value)
    }

    /// Writes down a variable and returns its place.
    public mutating func variable(_ name: String, _ value: Double) -> Int {
        write(.variable(name), [], value)
    }

    /// Computes an operation of earlier steps, writes it down and returns its place.
    public mutating func apply(_ operation: ScalarOperation, _ inputs: Int...) -> Int {
        let x = inputs.first.map { entries[$0].value } ?? .nan
        let y = inputs.last.map { entries[$0].value } ?? .nan
        let value: Double
        switch operation {
        case .constant, .variable: preconditionFailure("a number is not computed")
        case .add: value = x + y
        case .subtract: value = x - y
        case .multiply: value = x * y
        case .divide: value = x / y
        case .power: value = pow(x, y)
        case .negate: value = -x
        case .sine: value = sin(x)
        case .cosine: value = cos(x)
        case .tangent: value = tan(x)
        case .exponential: value = exp(x)
        case .logarithm: value = log(x)
        case .squareRoot: value = x.squareRoot()
        case .hyperbolicTangent: value = tanh(x)
        }
        return write(operation, inputs, value)
    }

    private mutating func write(
        _ operation: ScalarOperation, _ inputs: [Int], _ value: Double
    ) -> Int {
        entries.append(Entry(operation: operation, inputs: inputs, value: value))
        return entries.count - 1
    }
}

extension ScalarTape {
    /// Writes down the derivatives of `output` by `variables` and returns their places.
    public mutating func derivatives(of output: Int, by variables: [Int]) -> [Int] {
        var steps: [BackwardStep] = []
        return backward(from: output, by: variables, steps: &steps)
    }

    /// Goes backward from `output` to `variables`: the same, with every step shown.
    public mutating func explainedDerivatives(
        of output: Int, by variables: [Int]
    ) -> (places: [Int], steps: [BackwardStep]) {
        var steps: [BackwardStep] = []
        let places = backward(from: output, by: variables, steps: &steps)
        return (places, steps)
    }

    private mutating func backward(
        from output: Int, by variables: [Int], steps: inout [BackwardStep]
    ) -> [Int] {
        let depends = dependence(on: variables, upTo: output)
        var gradient = [Int?](repeating: nil, count: output + 1)
        gradient[output] = constant(1)
        for place in (0...output).reversed() where depends[place] {
            guard let arrived = gradient[place] else { continue }
            var sent: [Contribution] = []
            for position in entries[place].inputs.indices {
                let target = entries[place].inputs[position]
                guard depends[target] else { continue }
                let local = localDerivative(place, position)
                let amount = apply(.multiply, arrived, local)
                sent.append(
                    Contribution(
                        target: target, localDerivative: entries[local].value,
                        amount: entries[amount].value))
                gradient[target] = gradient[target].map { apply(.add, $0, amount) } ?? amount
            }
            steps.append(
                BackwardStep(
                    entry: place, gradient: entries[arrived].value, contributions: sent))
        }
        return variables.map { variable in
            (variable <= output ? gradient[variable] : nil) ?? constant(0)
        }
    }

    /// Which steps change when the variables do.
    private func dependence(on variables: [Int], upTo output: Int) -> [Bool] {
        var depends = [Bool](repeating: false, count: output + 1)
        for place in 0...output {
            depends[place] =
                variables.contains(place) || entries[place].inputs.contains { depends[$0] }
        }
        return depends
    }

    /// Writes down how fast the step at `place` grows with its input at `position`.
    private mutating func localDerivative(_ place: Int, _ position: Int) -> Int {
        let (entry, inputs) = (entries[place], entries[place].inputs)
        let (x, y) = (inputs.first ?? place, inputs.last ?? place)
        switch entry.operation {
        case .constant, .variable: return constant(0)
        case .add: return constant(1)
        case .subtract: return constant(position == 0 ? 1 : -1)
        case .multiply: return position == 0 ? y : x
        case .divide:
            guard position == 1 else { return apply(.divide, constant(1), y) }
            return apply(.negate, apply(.divide, place, y))
        case .power:
            guard position == 0 else { return apply(.multiply, place, apply(.logarithm, x)) }
            let lower = apply(.power, x, apply(.subtract, y, constant(1)))
            return apply(.multiply, y, lower)
        case .negate: return constant(-1)
        case .sine: return apply(.cosine, x)
        case .cosine: return apply(.negate, apply(.sine, x))
        case .tangent: return apply(.add, constant(1), apply(.multiply, place, place))
        case .exponential: return place
        case .logarithm: return apply(.divide, constant(1), x)
        case .squareRoot: return apply(.divide, constant(0.5), place)
        case .hyperbolicTangent:
            return apply(.subtract, constant(1), apply(.multiply, place, place))
        }
    }
}
