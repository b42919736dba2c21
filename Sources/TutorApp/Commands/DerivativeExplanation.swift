import Autograd
import Foundation
import Mathematics

/// An expression computed forward and differentiated backward, with every step.
struct DerivativeExplanation {
    let expression: String
    let variables: [VariableValue]
    /// The steps of the computation, without those of the derivatives.
    let entries: [ScalarTape.Entry]
    let steps: [ScalarTape.BackwardStep]
    let result: Int
    /// The first derivatives, one per variable.
    let first: [Double]
    /// The second derivatives, a row per variable.
    let second: [[Double]]

    init(_ expression: String, _ variables: [VariableValue]) throws(ScalarExpressionError) {
        var tape = ScalarTape()
        var places: [String: Int] = [:]
        for variable in variables {
            places[variable.name] = tape.variable(variable.name, variable.value)
        }
        result = try ScalarExpression.read(expression, onto: &tape, variables: places)
        entries = tape.entries
        let order = variables.map { places[$0.name] ?? 0 }
        let (slopes, steps) = tape.explainedDerivatives(of: result, by: order)
        first = slopes.map { tape.entries[$0].value }
        var rows: [[Double]] = []
        for slope in slopes {
            let row = tape.derivatives(of: slope, by: order)
            rows.append(row.map { tape.entries[$0].value })
        }
        second = rows
        self.steps = steps
        self.expression = expression
        self.variables = variables
    }

    /// The value of the expression.
    var value: Double { entries[result].value }

    /// The gradient of every step that has one.
    var gradients: [Int: Double] {
        Dictionary(steps.map { ($0.entry, $0.gradient) }, uniquingKeysWith: { $1 })
    }
}

extension DerivativeExplanation {
    /// Returns the steps in words.
    func text(_ language: Language) -> String {
        let isKorean = language == .korean
        var lines = [isKorean ? "값을 차례로 구해요:" : "Values, step by step:"]
        let formulas = entries.map(formula)
        let width = formulas.map(\.count).max() ?? 0
        for (place, formula) in formulas.enumerated() {
            let padding = String(repeating: " ", count: width - formula.count)
            lines.append(
                "  \(name(place)) = \(formula)\(padding) = \(number(entries[place].value))")
        }
        lines.append("")
        lines.append(
            isKorean
                ? "기울기를 거꾸로 구해요. 결과의 기울기는 1이에요:"
                : "Gradients, backward; the result's own is 1:")
        for step in steps { lines += describe(step, isKorean) }
        lines.append("")
        lines.append("\(clean(expression)) = \(number(value))")
        for (index, variable) in variables.enumerated() {
            lines.append("d/d\(variable.name) = \(number(first[index]))")
        }
        for (index, variable) in variables.enumerated() {
            for (other, partner) in variables.enumerated() where other >= index {
                let below =
                    other == index ? "d\(variable.name)²" : "d\(variable.name)d\(partner.name)"
                lines.append("d²/\(below) = \(number(second[index][other]))")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func describe(_ step: ScalarTape.BackwardStep, _ isKorean: Bool) -> [String] {
        let head = "  \(name(step.entry)): \(number(step.gradient))"
        let sent = step.contributions.map { part in
            let product =
                "\(number(step.gradient)) × \(number(part.localDerivative)) = \(number(part.amount))"
            return isKorean
                ? "      \(name(part.target))에게 \(product)"
                : "      to \(name(part.target)): \(product)"
        }
        return [head] + sent
    }

    /// How a step reads, with the names of the steps it uses.
    private func formula(_ entry: ScalarTape.Entry) -> String {
        let inputs = entry.inputs.map(name)
        let (left, right) = (inputs.first ?? "", inputs.last ?? "")
        switch entry.operation {
        case .constant: return number(entry.value)
        case .variable(let name): return clean(name)
        case .add: return "\(left) + \(right)"
        case .subtract: return "\(left) - \(right)"
        case .multiply: return "\(left) × \(right)"
        case .divide: return "\(left) ÷ \(right)"
        case .power: return "\(left) ^ \(right)"
        case .negate: return "-\(left)"
        default: return "\(Self.label(entry.operation))(\(left))"
        }
    }

    private func name(_ place: Int) -> String { "v\(place + 1)" }

    private func clean(_ text: String) -> String {
        String(
            text.filter {
                $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            })
    }

    /// At most nine significant digits, without trailing zeros.
    private func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "undefined" : value > 0 ? "∞" : "-∞" }
        return String(format: "%.9g", value == 0 ? 0 : value)
    }

    /// The name of an operation, in output for programs too.
    static func label(_ operation: ScalarOperation) -> String {
        switch operation {
        case .variable: "variable"
        case .sine: "sin"
        case .cosine: "cos"
        case .tangent: "tan"
        case .exponential: "exp"
        case .logarithm: "ln"
        case .squareRoot: "sqrt"
        case .hyperbolicTangent: "tanh"
        default: "\(operation)"
        }
    }
}

extension DerivativeExplanation {
    /// The same as one line of JSON; numbers that do not exist are null.
    var json: String {
        let gradients = gradients
        let nodes = entries.enumerated().map { place, entry in
            """
            {"id":\(place),"operation":"\(Self.label(entry.operation))","inputs":\(entry.inputs),\
            "value":\(json(entry.value)),"gradient":\(json(gradients[place] ?? 0))}
            """
        }
        let backward = steps.map { step in
            let sent = step.contributions.map {
                """
                {"to":\($0.target),"local":\(json($0.localDerivative)),"amount":\(json($0.amount))}
                """
            }
            return """
                {"id":\(step.entry),"gradient":\(json(step.gradient)),\
                "sends":[\(sent.joined(separator: ","))]}
                """
        }
        let rows = variables.indices.map { object(second[$0]) }
        let curvature = zip(variables, rows).map { "\(JSONLine.quoted($0.name)):\($1)" }
        return """
            {"expression":\(JSONLine.quoted(expression)),\
            "variables":\(object(variables.map(\.value))),"value":\(json(value)),\
            "nodes":[\(nodes.joined(separator: ","))],"result":\(result),\
            "steps":[\(backward.joined(separator: ","))],"gradients":\(object(first)),\
            "second":{\(curvature.joined(separator: ","))}}
            """
    }

    private func object(_ values: [Double]) -> String {
        let members = zip(variables, values).map { "\(JSONLine.quoted($0.name)):\(json($1))" }
        return "{\(members.joined(separator: ","))}"
    }

    private func json(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
}
