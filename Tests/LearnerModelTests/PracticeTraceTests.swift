import LearnerModel
import Mathematics
import Testing

/// A log of learners of different ability over skills of different difficulty.
private func log(learners: Int, seed: UInt64, hasItems: Bool = true) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    var lines: [String] = []
    for learner in 0..<learners {
        let ability = Double.random(in: 0.1...0.9, using: &generator)
        for number in 0..<40 {
            let skill = Int.random(in: 0..<8, using: &generator)
            let item = Int.random(in: 0..<20, using: &generator)
            let ease = Double((item * 7 + skill * 3) % 20) / 20
            let isRight = Double.random(in: 0..<1, using: &generator) < (ability + ease) / 2
            let name = hasItems ? "item \(skill) \(item)" : ""
            let second = number % 5 == 0 ? "~skill 1" : ""
            lines.append(
                "l\(seed)-\(learner)\tskill \(skill)\(second)\t\(name)\t\(isRight ? 1 : 0)\t9.5")
        }
    }
    return Array(lines.joined(separator: "\n").utf8)
}

private func report(_ text: String) throws -> TraceReport {
    var trace = PracticeTrace()
    return try trace.replay(Array(text.utf8))
}

@Suite struct PracticeTraceTests {
    @Test func `learners and items are told apart, better after warming up`() throws {
        var cold = PracticeTrace()
        let unprepared = try cold.replay(log(learners: 60, seed: 2))
        var warm = PracticeTrace()
        try warm.warmUp(log(learners: 200, seed: 1))
        let prepared = try warm.replay(log(learners: 60, seed: 2))

        #expect(unprepared.answers == 2400)
        #expect(unprepared.auc > 0.57)
        #expect(prepared.auc > unprepared.auc + 0.01)
        #expect(prepared.logLoss < unprepared.logLoss)
        #expect(prepared.ece < 0.05)
    }

    @Test func `equal logs give equal reports`() throws {
        var one = PracticeTrace()
        try one.warmUp(log(learners: 40, seed: 1))
        var other = one

        #expect(
            try one.replay(log(learners: 20, seed: 2)) == other.replay(log(learners: 20, seed: 2)))
    }

    @Test func `later outcomes never change earlier predictions`() throws {
        let text = String(decoding: log(learners: 10, seed: 3), as: UTF8.self)
        let lines = text.split(separator: "\n")
        let flipped =
            lines.prefix(200)
            + lines.dropFirst(200).map {
                Substring($0.replacing("\t1\t", with: "\t0\t"))
            }
        var one = PracticeTrace()
        var other = one

        let chances = try one.chances(of: Array(text.utf8))
        let changed = try other.chances(of: Array(flipped.joined(separator: "\n").utf8))

        #expect(chances.prefix(201) == changed.prefix(201))
        #expect(chances != changed)
    }

    @Test("skills and items may be missing", arguments: [("", ""), ("s", ""), ("", "i")])
    func missing(skill: String, item: String) throws {
        let lines = (0..<50).map { "ada\t\(skill)\t\(item)\t\($0 % 3 == 0 ? 0 : 1)" }

        let report = try report(lines.joined(separator: "\n"))

        #expect(report.answers == 50)
        #expect(report.logLoss.isFinite)
    }

    @Test func `two skills asked together are learned as a thing of their own`() throws {
        // Either alone is always right, both together never.
        let lines = (0..<300).map { number in
            let skill = ["a", "b", "a~b"][number % 3]
            return "l\(number / 6)\t\(skill)\t\t\(number % 3 == 2 ? 0 : 1)"
        }
        var trace = PracticeTrace()

        let chances = try trace.chances(of: Array(lines.joined(separator: "\n").utf8))

        #expect(chances[299] < 0.3 && chances[298] > 0.7)
    }

    @Test func `a header and empty lines are passed over`() throws {
        let report = try report("learner\tskill\titem\tcorrect\r\nada\ts\ti\t1\r\n\r\nada\ts\ti\t0")

        #expect(report.answers == 2)
    }

    @Test("a line that is no answer is named", arguments: ["ada\ts\ti\tmaybe", "ada\ts", "x"])
    func badLine(line: String) {
        #expect(throws: TraceLogError.badLine(number: 2)) {
            try report("ada\ts\ti\t1\n\(line)\nada\ts\ti\t1")
        }
    }

    @Test func `an empty log gives an empty report`() throws {
        #expect(try report("").answers == 0)
    }

    @Test func `extreme numbers stay finite`() throws {
        let seconds = ["-1", "nan", "inf", "1e300", "1767603600", "", "x"]
        let lines = (0..<70).map { "ada\ts\ti\($0 % 3)\t1\t\(seconds[$0 % 7])" }

        let report = try report(lines.joined(separator: "\n"))

        #expect(report.logLoss.isFinite)
        #expect(report.ece >= 0)
    }

    @Test func `the measures agree with their definitions`() {
        let report = TraceReport(
            chances: [0.9, 0.8, 0.3, 0.3], outcomes: [true, false, true, false])

        #expect(abs(report.auc - 0.625) < 1e-12)
        #expect(abs(report.brier - (0.01 + 0.64 + 0.49 + 0.09) / 4) < 1e-12)
        #expect(abs(report.ece - (0.1 + 0.8 + 0.4) / 4) < 1e-12)
    }
}
