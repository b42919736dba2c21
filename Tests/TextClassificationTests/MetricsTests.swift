import Foundation
import Testing

@testable import TextClassification

@Suite struct MetricsTests {
    @Test func `accuracy, macro-F1 and confusion follow their definitions`() {
        let metrics = ClassificationMetrics(
            probabilities: [[0.9, 0.1], [0.8, 0.2], [0.3, 0.7], [0.6, 0.4]],
            labels: [0, 0, 1, 1], classCount: 2)

        #expect(metrics.accuracy == 0.75)
        #expect(metrics.confusion == [[2, 0], [1, 1]])
        #expect(abs(metrics.macroF1 - (0.8 + 2.0 / 3) / 2) < 1e-9)
    }

    @Test func `classes that never occur do not count in macro-F1`() {
        let metrics = ClassificationMetrics(
            probabilities: [[0.9, 0.1, 0], [0.1, 0.9, 0]], labels: [0, 1], classCount: 3)

        #expect(metrics.macroF1 == 1)
    }

    @Test func `the calibration error is the distance of sureness from being right`() {
        let probabilities = [[Float]](repeating: [0.9, 0.1], count: 10)

        let metrics = ClassificationMetrics(
            probabilities: probabilities, labels: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], classCount: 2)

        #expect(abs(metrics.calibrationError - 0.4) < 1e-6)
    }

    @Test func `the temperature takes back a factor on calibrated scores`() {
        let shares: [Float] = [0.9, 0.8, 0.7, 0.6]
        var logits: [[Float]] = []
        var labels: [Int] = []
        for share in shares {
            for row in 0..<100 {
                logits.append([share, 1 - share].map { 3 * log($0) })
                labels.append(Float(row) < share * 100 ? 0 : 1)
            }
        }

        let temperature = Calibration.temperature(logits: logits, labels: labels)

        #expect(abs(temperature - 3) < 0.15)
    }

    @Test func `a blend of two distributions is a distribution between them`() {
        let blend = Probabilities.blend([0.8, 0.2], [0.4, 0.6], secondWeight: 0.5)

        #expect(abs(blend.reduce(0, +) - 1) < 1e-5)
        #expect(blend[0] > 0.4 && blend[0] < 0.8)
    }
}
