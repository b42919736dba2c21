import ArgumentParser
import Foundation
import ProblemEncoding
import TextClassification

/// Measures reading a problem with the model of a folder.
struct ClassifierBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classifier", abstract: "Loading a model and classifying one problem.")

    @Option(help: "The folder of the model.")
    var model = "Data/models/factory"

    @Option(help: "How many texts are classified.")
    var count = 2_000

    private static let texts = [
        "Noor has 12 shells. She finds 5 more. How many shells does Noor have now?",
        "구슬 24개를 친구 6명에게 똑같이 나누어 주려고 합니다. 한 명에게 몇 개씩 줄 수 있습니까?",
        "A garden is 8 metres long and 5 metres wide. What is the area of the garden?",
    ]

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let classifier = try ProblemClassifier(modelFolder: URL(filePath: model))
        print("load: \(start.duration(to: clock.now))")
        var times: [Duration] = []
        for number in 0..<count {
            let text = Self.texts[number % Self.texts.count]
            times.append(clock.measure { _ = classifier.classify(text) })
        }
        times.sort()
        print("classify: p50 \(times[count / 2]), p99 \(times[count * 99 / 100]), best \(times[0])")
        let explained = clock.measure { _ = classifier.classify(Self.texts[0], explaining: true) }
        print("classify with --explain: \(explained)")
    }
}
