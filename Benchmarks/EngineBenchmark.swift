import ArgumentParser
import Autograd
import Glibc
import Mathematics
import NeuralNetwork

/// The sizes of the measured models, those named by a letter equal to `Scripts/benchmarks/model_spec.py`.
enum EngineConfiguration: String, ExpressibleByArgument, CaseIterable {
    case S, M, L, tiny

    var width: Int { [64, 128, 256, 16][index] }
    var layers: Int { [2, 4, 6, 1][index] }
    var heads: Int { [4, 4, 8, 2][index] }
    var time: Int { [48, 64, 64, 12][index] }
    var vocabulary: Int { [2000, 4000, 8000, 200][index] }
    var batch: Int { self == .tiny ? 8 : 32 }
    var classes: Int { 32 }
    /// The examples that are taken forward and backward at a time: some hundred rows.
    var partSize: Int { 8 }
    private var index: Int { EngineConfiguration.allCases.firstIndex(of: self) ?? 0 }

    /// Floating-point operations in matrix products of one forward pass, three times that in training.
    func matrixWork(batch: Int, time: Int, isTraining: Bool) -> Double {
        let linear = 2 * batch * time * (4 * width * width + 8 * width * width)
        let attention = 4 * batch * time * time * width
        let forward = layers * (linear + attention) + 2 * batch * width * classes
        return Double(forward) * (isTraining ? 3 : 1)
    }

    func makeModel(seed: UInt64) -> TransformerClassifier {
        var generator = SplitMix64(seed: seed)
        return TransformerClassifier(
            vocabulary: vocabulary, longest: time, classes: classes,
            TransformerConfiguration(width: width, heads: heads, layers: layers),
            using: &generator)
    }
}

/// What the engine benchmark measures.
enum EngineMode: String, ExpressibleByArgument, CaseIterable {
    case train, infer
}

struct EngineBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine",
        abstract: "Times a training step, or the classification of one text, of a Transformer.")

    @Option(help: "The size of the model: S, M, L or tiny.")
    var config = EngineConfiguration.S

    @Option(help: "The threads that share a batch.")
    var threads = 2

    @Option(help: "What to time: train or infer.")
    var mode = EngineMode.train

    @Option(help: "The examples of a batch that are taken forward and backward at a time.")
    var part: Int?

    @Option(help: "The most seconds to spend.")
    var budget = 20.0

    @Option(help: "The timed steps of one repetition.")
    var steps: Int?

    @Option(help: "The repetitions.")
    var reps = 3

    @Option(help: "The seed of weights and batches.")
    var seed: UInt64 = 1

    @Flag(help: "Compare the time alone with that beside one busy process.")
    var besideBusy = false

    @Flag(help: "Print JSON; the only form there is.")
    var json = false

    func validate() throws {
        guard threads >= 1, threads <= 64 else {
            throw ValidationError("--threads must lie between 1 and 64.")
        }
        guard budget >= 0, budget <= 3600, reps >= 1, (steps ?? 1) >= 1, (part ?? 1) >= 1
        else {
            throw ValidationError("--budget, --reps, --steps and --part must be positive.")
        }
    }

    func run() {
        let isTraining = mode == .train
        let time = isTraining ? config.time : min(48, config.time)
        let batch = isTraining ? config.batch : 1
        let workload = EngineWorkload(
            config, threads: threads, partSize: part ?? config.partSize, seed: seed)
        let infer = isTraining ? nil : workload.inference()
        let step = infer.map { infer in { _ = infer() } } ?? workload.trainingStep()
        if besideBusy { return besideBusy(step) }
        let samples = measure(
            step, count: (steps ?? (isTraining ? 60 : 1000)) * reps,
            warmUp: isTraining ? 5 : 50, budget: budget)
        let report = EngineMeasurement(
            samples: samples, batch: batch,
            work: config.matrixWork(batch: batch, time: time, isTraining: isTraining))
        print(
            report.json(
                config: config.rawValue, threads: threads, mode: mode.rawValue,
                parameters: workload.model.parameterCount))
    }

    /// The step beside one busy process against the step alone, block by block.
    private func besideBusy(_ step: () -> Void) {
        for _ in 0..<5 { step() }
        var (idle, busy): ([Double], [Double]) = ([], [])
        let end = seconds(CLOCK_MONOTONIC) + budget
        while seconds(CLOCK_MONOTONIC) < end || idle.count < 30 {
            idle += wallTimes(step)
            let other = BusyProcesses(1, seconds: 60)
            usleep(50_000)
            busy += wallTimes(step)
            other.stop()
        }
        print(
            "{\"engine\": \"mathtutor\", \"config\": \"\(config.rawValue)\", "
                + "\"threads\": \(threads), \"n\": \(idle.count), "
                + "\"ms_median_idle\": \(rounded(median(idle) * 1e3, 4)), "
                + "\"ms_median_beside_busy\": \(rounded(median(busy) * 1e3, 4)), "
                + "\"ratio\": \(rounded(median(busy) / median(idle), 3))}")
    }

    private func wallTimes(_ step: () -> Void) -> [Double] {
        (0..<30).map { _ in
            let start = seconds(CLOCK_MONOTONIC)
            step()
            return seconds(CLOCK_MONOTONIC) - start
        }
    }
}
