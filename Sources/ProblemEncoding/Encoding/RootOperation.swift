/// The last operation of a solution: what a learner has to choose in the end.
public enum RootOperation: String, Sendable, Hashable, CaseIterable {
    /// A sum.
    case addition
    /// A difference.
    case subtraction
    /// A product.
    case multiplication
    /// A quotient.
    case division
    /// Anything else: a comparison, a remainder, a power, a count.
    case other

    /// Finds the operation that is done last in an expression such as `(3 + 4) * 2`.
    ///
    /// Functions that only round (`ceil`, `floor`, `round`) are looked through.
    public init(ofExpression expression: String) {
        var scalars = Array(expression.unicodeScalars.filter { !$0.properties.isWhitespace })
        while let inner = Self.unwrapped(scalars) { scalars = inner }
        self = Self.lastOperator(scalars)
    }

    private static let rounding = ["ceil", "floor", "round", ""]

    /// The inside of brackets, or of a rounding function, around the whole expression.
    private static func unwrapped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard scalars.last == ")", let open = scalars.firstIndex(of: "(") else { return nil }
        let name = String(String.UnicodeScalarView(scalars[..<open]))
        guard rounding.contains(name) else { return nil }
        var depth = 0
        for (position, scalar) in scalars.enumerated() {
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            if depth == 0, position > open, position < scalars.count - 1 { return nil }
        }
        guard depth == 0 else { return nil }
        return Array(scalars[(open + 1)..<(scalars.count - 1)])
    }

    private static func lastOperator(_ scalars: [Unicode.Scalar]) -> RootOperation {
        var depth = 0
        var sum: RootOperation?
        var product: RootOperation?
        for (position, scalar) in scalars.enumerated() {
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            guard depth == 0, position > 0 else { continue }
            let follows = !"+-−*×/÷^(,".unicodeScalars.contains(scalars[position - 1])
            switch scalar {
            case "+" where follows: sum = .addition
            case "-" where follows, "−" where follows: sum = .subtraction
            case "*", "×", "·": product = .multiplication
            case "/", "÷": product = .division
            default: break
            }
        }
        return sum ?? product ?? .other
    }
}
