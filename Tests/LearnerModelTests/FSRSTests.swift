import Foundation
import LearnerModel
import Testing

private struct ReferenceVectors: Decodable {
    struct Review: Decodable {
        let rating: Int
        let at: String
        let retrievability_before: Double
        let stability: Double
        let difficulty: Double
        let state: String
        let step: Int?
        let due: String
    }

    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let desired_retention: Double
        let learning_steps_s: [Int64]
        let relearning_steps_s: [Int64]
        let maximum_interval_days: Int
        let reviews: [Review]
        let final_retrievability_after_days: [String: Double]
        var testDescription: String { name }
    }

    let parameters: [Double]
    let vectors: [Vector]

    /// An unreadable fixture gives no vectors, and the count below then fails.
    static let stored: ReferenceVectors = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/fsrs_vectors.json")
        // The test of the count reports a missing or damaged file.
        let stored = try? JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
        return stored ?? Self(parameters: [], vectors: [])
    }()
}

private func seconds(_ text: String) throws -> Int64 {
    Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970)
}

private func isClose(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-9 * max(abs(expected), 1)
}

@Suite struct FSRSTests {
    @Test func `there are twenty reference vectors with the default weights`() {
        #expect(ReferenceVectors.stored.vectors.count == 20)
        #expect(ReferenceVectors.stored.parameters == FSRSParameters.defaultWeights)
    }

    @Test("every reference vector is met", arguments: ReferenceVectors.stored.vectors)
    fileprivate func vector(_ vector: ReferenceVectors.Vector) throws {
        let fsrs = FSRS(
            FSRSParameters(
                desiredRetention: vector.desired_retention,
                learningSteps: vector.learning_steps_s,
                relearningSteps: vector.relearning_steps_s,
                maximumInterval: vector.maximum_interval_days))
        var card = FSRSCard()
        for review in vector.reviews {
            let grade = try #require(ReviewGrade(rawValue: review.rating))
            let time = try seconds(review.at)
            #expect(isClose(card.retrievability(at: time, fsrs), review.retrievability_before))

            card.review(grade, at: time, fsrs)

            let memory = try #require(card.memory)
            #expect(isClose(memory.stability, review.stability))
            #expect(isClose(memory.difficulty, review.difficulty))
            #expect(card.phase.rawValue == review.state)
            #expect(card.step == review.step)
            #expect(card.due == (try seconds(review.due)))
        }
        let last = try #require(card.lastReview)
        for (days, expected) in vector.final_retrievability_after_days {
            let later = last + (try #require(Int64(days))) * 86_400
            #expect(isClose(card.retrievability(at: later, fsrs), expected))
        }
    }
}
