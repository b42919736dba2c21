import ArgumentParser
import Mathematics

/// Measures how many answers the checker decides in a second.
struct CheckerBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checker", abstract: "Checks answers of every kind, over and over.")

    @Option(help: "How often every answer is checked in one round.")
    var repetitions = 2_000

    @Option(help: "The number of rounds; the fastest is reported.")
    var rounds = 5

    private static let rows: [(expected: String, specification: String, inputs: [String])] = [
        ("42", "t=num", ["42", "42.0", "84/2", "forty-two", "42 apples", "-42", "6*7", "abc"]),
        ("3/4", "t=frac;simp=req", ["3/4", "6/8", "0.75", "¾", "\\frac{3}{4}", "4/3"]),
        ("5/2", "t=frac;form=mixed", ["2 1/2", "2½", "5/2", "2와 2분의 1"]),
        ("42%", "t=pct", ["42%", "42", "0.42", "0.42%"]),
        ("$1,204.50", "t=money;cur=USD", ["1204.5", "$1,204.50", "€1204.50", "120450 cents"]),
        ("12000", "t=money;cur=KRW", ["1만 2천원", "12,000원", "만이천 원", "1200원"]),
        ("150 cm^2", "t=qty;unit=req", ["150 cm²", "0.015 m^2", "150", "150 cm"]),
        ("150 min", "t=dur", ["2 h 30 min", "두 시간 반", "150", "2:30"]),
        ("17:30", "t=clock", ["5:30 pm", "오후 5시 30분", "5:30", "half past five pm"]),
        ("3:4", "t=ratio", ["3:4", "6 to 8", "3/4", "4:3"]),
        ("3 r 2", "t=rem;divisor=5", ["3 r 2", "3 나머지 2", "3.4", "3"]),
        ("2, 5", "t=set", ["5, 2", "{2,5}", "x=2 or x=5", "2"]),
        ("6pi", "t=pi", ["6π", "18.84", "6*pi", "5pi"]),
        ("2sqrt(3)", "t=surd", ["2√3", "sqrt(12)", "3.46"]),
        ("2x+1", "t=expr", ["1+2x", "x+x+1", "2x-1"]),
        ("x > 3", "t=ineq", ["3 < x", "x >= 3", "(3, ∞)"]),
        ("y = 2x+1", "t=eqn", ["y = 1+2x", "2y = 4x+2", "y = 2x"]),
    ]

    func run() throws {
        let cases = try Self.rows.flatMap { row in
            let key = try AnswerKey(
                expected: row.expected,
                specification: try AnswerSpecification(parsing: row.specification))
            return row.inputs.map { ($0, key) }
        }
        var best = Duration.seconds(3600)
        var right = 0
        for _ in 0..<rounds {
            let clock = ContinuousClock()
            let time = clock.measure {
                for _ in 0..<repetitions {
                    for (input, key) in cases {
                        let verdict = AnswerChecker.check(input, against: key, language: .english)
                        if verdict.verdictClass == .correct { right += 1 }
                    }
                }
            }
            best = min(best, time)
        }
        let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
        let checks = Double(cases.count * repetitions)
        print(
            "checker: \(Int(checks / seconds)) checks/s on one core,"
                + " \(cases.count) answers, fastest of \(rounds) rounds,"
                + " \(right / (rounds * repetitions)) of them right")
    }
}
