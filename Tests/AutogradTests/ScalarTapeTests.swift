import Autograd
import Foundation
import Mathematics
import Testing

/// An expression with its derivatives worked out by hand.
struct Rule: Sendable, CustomTestStringConvertible {
    let text: String
    let first: @Sendable (Double) -> Double
    let second: @Sendable (Double) -> Double
    var testDescription: String { text }
}

private let rules = [
    Rule(text: "x^2*sin(x)") { x in
        2 * x * sin(x) + x * x * cos(x)
    } second: { x in
        2 * sin(x) + 4 * x * cos(x) - x * x * sin(x)
    },
    Rule(text: "exp(-x^2)") { x in
        -2 * x * exp(-x * x)
    } second: { x in
        (4 * x * x - 2) * exp(-x * x)
    },
    Rule(text: "1/x + ln(x)") { x in
        1 / x - 1 / (x * x)
    } second: { x in
        2 / pow(x, 3) - 1 / (x * x)
    },
    Rule(text: "sqrt(x)") { x in
        0.5 / x.squareRoot()
    } second: { x in
        -0.25 / pow(x, 1.5)
    },
    Rule(text: "tan(x)") { x in
        1 / (cos(x) * cos(x))
    } second: { x in
        2 * tan(x) / (cos(x) * cos(x))
    },
    Rule(text: "tanh(x) - cos(x)") { x in
        1 - tanh(x) * tanh(x) + sin(x)
    } second: { x in
        -2 * tanh(x) * (1 - tanh(x) * tanh(x)) + cos(x)
    },
    Rule(text: "2^x") { x in
        log(2) * pow(2, x)
    } second: { x in
        log(2) * log(2) * pow(2, x)
    },
    Rule(text: "x^x") { x in
        pow(x, x) * (log(x) + 1)
    } second: { x in
        let slope = log(x) + 1
        return pow(x, x) * (slope * slope + 1 / x)
    },
    Rule(text: "(x + 3)(x - 1) / 2") { x in
        x + 1
    } second: { _ in
        1
    },
]

@Suite struct ScalarTapeTests {
    @Test("first and second derivatives agree with the rules of calculus", arguments: rules)
    func derivatives(_ rule: Rule) throws {
        for x in [0.4, 1.1, 2] {
            var tape = ScalarTape()
            let variable = tape.variable("x", x)
            let result = try ScalarExpression.read(
                rule.text, onto: &tape, variables: ["x": variable])

            let slope = tape.derivatives(of: result, by: [variable])[0]
            let curvature = tape.derivatives(of: slope, by: [variable])[0]

            let (first, second) = (rule.first(x), rule.second(x))
            #expect(abs(tape.entries[slope].value - first) < 1e-9 * max(1, abs(first)))
            #expect(abs(tape.entries[curvature].value - second) < 1e-8 * max(1, abs(second)))
        }
    }

    @Test func `a negative number to a constant power has a derivative`() throws {
        var tape = ScalarTape()
        let x = tape.variable("x", -3)
        let result = try ScalarExpression.read("x^3", onto: &tape, variables: ["x": x])

        let slope = tape.derivatives(of: result, by: [x])[0]

        #expect(tape.entries[slope].value == 27)
    }

    @Test func `every backward step shows what it sends`() throws {
        var tape = ScalarTape()
        let x = tape.variable("x", 3)
        let y = tape.variable("y", 4)
        let result = try ScalarExpression.read("x*y + x", onto: &tape, variables: ["x": x, "y": y])

        let (places, steps) = tape.explainedDerivatives(of: result, by: [x, y])

        #expect(places.map { tape.entries[$0].value } == [5, 3])
        #expect(steps.first?.gradient == 1)
        let product = steps.first { tape.entries[$0.entry].operation == .multiply }
        #expect(product?.contributions.map(\.amount) == [4, 3])
    }

    @Test func `a variable that does not occur has the derivative zero`() throws {
        var tape = ScalarTape()
        let (x, y) = (tape.variable("x", 3), tape.variable("y", 4))
        let result = try ScalarExpression.read("5", onto: &tape, variables: ["x": x, "y": y])

        #expect(tape.derivatives(of: result, by: [x, y]).map { tape.entries[$0].value } == [0, 0])
    }

    @Test(
        "values follow the order of operations",
        arguments: [
            ("2+3*4", 14), ("-2^2", -4), ("2^3^2", 512), ("2^-1", 0.5), ("8/4/2", 1),
            ("2(3+4)", 14),
            ("3x", 6), ("--5", 5), ("10 - 2 - 3", 5), ("6 ÷ 2 × 3", 9), ("sin(pi)^2+cos(pi)^2", 1),
            ("1/2x", 1), (".5", 0.5),
        ])
    func values(_ text: String, _ expected: Double) throws {
        var tape = ScalarTape()
        let x = tape.variable("x", 2)

        let result = try ScalarExpression.read(text, onto: &tape, variables: ["x": x])

        #expect(abs(tape.entries[result].value - expected) < 1e-12)
    }

    @Test(
        "what cannot be read is refused with its place",
        arguments: [
            ("", .unexpectedEnd), ("2+", .unexpectedEnd), ("(2", .unexpectedEnd),
            ("2)", .unexpected(character: ")", column: 2)),
            ("2 $ 3", .unexpected(character: "$", column: 3)),
            ("q+1", .unknownName("q", column: 1)),
            ("sin x", .unexpected(character: "x", column: 5)),
            ("1.2.3", .badNumber("1.2.3", column: 1)),
            (String(repeating: "1+", count: 400), .tooLarge(limit: "500 bytes")),
            (String(repeating: "(", count: 200), .tooLarge(limit: "50 levels")),
            (String(repeating: "sin(", count: 100), .tooLarge(limit: "50 levels")),
        ] as [(String, ScalarExpressionError)])
    func errors(_ text: String, _ expected: ScalarExpressionError) {
        var tape = ScalarTape()
        let x = tape.variable("x", 2)

        #expect(throws: expected) {
            try ScalarExpression.read(text, onto: &tape, variables: ["x": x])
        }
        #expect(tape.entries.count == 1)
    }

    @Test func `no text makes the reader fail otherwise`() {
        var generator = SplitMix64(seed: 11)
        let alphabet = Array("x2.(+-*/^)sincosep 가π×\u{301}\u{0}")
        for _ in 0..<3000 {
            let length = Int.random(in: 0...30, using: &generator)
            let text = String(
                (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "x" })
            var tape = ScalarTape()
            let x = tape.variable("x", 2)
            do {
                let result = try ScalarExpression.read(text, onto: &tape, variables: ["x": x])
                _ = tape.derivatives(of: result, by: [x])
                #expect(result < tape.entries.count)
            } catch {
                #expect(tape.entries.count == 1)
            }
        }
    }
}
