import Foundation
import Mathematics
import Problems
import Testing
import TextClassification

@testable import ProblemEncoding
@testable import Retraining

@Suite struct ExplanationCorpusTests {
    private static let dataDirectory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data")

    private static func corpus(seed: UInt64 = 1) throws -> ExplanationCorpus {
        try ExplanationCorpus(
            bank: try ProblemBank(dataDirectory: dataDirectory), dataDirectory: dataDirectory,
            rows: 600, seed: seed)
    }

    @Test func `the same seed draws the same rows and another seed draws others`() throws {
        let first = try Self.corpus()

        #expect(try Self.corpus().training == first.training)
        #expect(try Self.corpus(seed: 2).training != first.training)
    }

    @Test func `a held-out template never trains`() throws {
        let corpus = try Self.corpus()

        #expect(!corpus.heldOut.isEmpty)
        #expect(
            Set(corpus.training.map(\.template)).isDisjoint(with: corpus.heldOut.map(\.template)))
    }

    @Test func `the answer does not give the grade away`() throws {
        let rows = try Self.corpus().training
        func share(_ standing: String, _ grade: String) -> Double {
            let all = rows.filter { $0.input.relations.contains("standing:\(standing)") }
            return Double(all.count { $0.grade == grade }) / Double(max(all.count, 1))
        }

        #expect((0.5...0.7).contains(share("right", "correct")))
        #expect((0.28...0.5).contains(share("right", "unclear")))
        #expect((0.4...0.65).contains(share("wrong", "misconception")))
        #expect((0.35...0.6).contains(share("wrong", "unclear")))
    }

    @Test func `a misconception's row names its code and no other row does`() throws {
        for row in try Self.corpus().training {
            #expect((row.code != nil) == (row.grade == "misconception"))
        }
    }

    @Test
    func `the gold explanations are many, in both languages, and their answers can be checked`()
        throws
    {
        let gold = GoldExplanation.read(GoldExplanation.file(in: Self.dataDirectory))

        #expect(gold.count >= 300)
        #expect(gold.count { $0.language == "ko" } >= 150)
        for row in gold {
            #expect(row.context.standing != .unknown, "\(row.expected) \(row.answer)")
            #expect((row.grade == "correct") <= (row.context.standing == .right), "\(row)")
            #expect((row.misconception != nil) == (row.grade == "misconception"), "\(row)")
        }
    }

    @Test func `the rules alone beat the checker alone on the gold explanations`() throws {
        let gold = GoldExplanation.read(GoldExplanation.file(in: Self.dataDirectory))
        func accuracy(_ grade: (GoldExplanation) -> String) -> Double {
            let right = gold.count {
                ExplanationFigures.position(of: grade($0))
                    == ExplanationFigures.position(of: $0.grade)
            }
            return Double(right) / Double(gold.count)
        }
        let grader = ThinkingGrader(nil)

        let rules = accuracy { grader.grade($0.explanation, of: $0.context).grade.rawValue }
        let checker = accuracy { $0.context.standing == .right ? "correct" : "misconception" }

        #expect(rules > 0.78)
        #expect(checker < 0.72)
    }

    @Test func `kappa is one for agreement and weighs far misses more than near ones`() {
        let near = ExplanationFigures.kappa([[8, 2, 0], [0, 10, 0], [0, 0, 10]])
        let far = ExplanationFigures.kappa([[8, 0, 2], [0, 10, 0], [0, 0, 10]])

        #expect(ExplanationFigures.kappa([[5, 0, 0], [0, 5, 0], [0, 0, 5]]) == 1)
        #expect(far < near && near < 1)
    }
}

private func <= (left: Bool, right: Bool) -> Bool { !left || right }
