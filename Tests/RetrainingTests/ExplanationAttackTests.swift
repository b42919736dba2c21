import Foundation
import ProblemEncoding
import TestSupport
import Testing

@testable import Retraining

@Suite struct ExplanationAttackTests {
    private static let kinds = ExplanationAttacks(
        gold: GoldExplanation.read(GoldExplanation.file(in: dataDirectory))
    ).kinds

    /// Rows spread over a kind, few enough for a debug build.
    private static func some(of kind: ExplanationAttacks.Kind) -> [GoldExplanation] {
        stride(from: 0, to: kind.rows.count, by: max(1, kind.rows.count / 24)).map { kind.rows[$0] }
    }

    @Test func `every kind of attack has texts`() {
        #expect(Self.kinds.count >= 15)
        for kind in Self.kinds { #expect(kind.rows.count >= 10, "\(kind.name)") }
    }

    @Test("no words change what the checker says", arguments: kinds.indices)
    func verdictStays(position: Int) {
        let grader = ThinkingGrader(nil)
        for row in Self.some(of: Self.kinds[position]) {
            let plain = row.saying("because")

            #expect(row.context.standing == plain.context.standing)
            #expect(row.context.listedCodes == plain.context.listedCodes)
            let grade = grader.grade(row.explanation, of: row.context).grade
            #expect(grade != .correct || row.context.standing == .right, "\(row.explanation)")
        }
    }

    @Test(
        "the rules alone keep the bar of every attack but shuffled words",
        arguments: kinds.indices.filter { !kinds[$0].name.hasPrefix("shuffled") })
    func rulesHold(position: Int) {
        let kind = Self.kinds[position]
        let grader = ThinkingGrader(nil)
        let rows = Self.some(of: kind)
        let called = rows.filter {
            grader.grade($0.explanation, of: $0.context).grade == .correct
        }

        #expect(
            Double(called.count) <= kind.bar * Double(rows.count),
            "\(kind.name): \(called.prefix(3).map { $0.explanation.prefix(80) })")
    }
}
