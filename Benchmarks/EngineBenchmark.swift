import ArgumentParser
import Autograd
import Glibc
import Mathematics
import NeuralNetwork

/// The sizes of the measured models, equal to those of `Scripts/benchmarks/model_spec.py`.
enum EngineConfiguration: String, ExpressibleByArgument, CaseIterable {
    case S, M, L

    var width: Int { [64, 128, 256][index] }
    var layers: Int { [2, 4, 6][index] }
    var heads: Int { [4, 4, 8][index] }
    var time: Int { [48, 64, 64][index] }
    var vocabulary: Int { [2000, 4000, 8000][index] }
    var batch: Int { 32 }
    var classes: Int { 32 }
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

    @Option(help: "The size of the model: S, M or L.")
    var config = EngineConfiguration.S

    @Option(help: "The threads that share a batch.")
    var threads = 2

    @Option(help: "What to time: train or infer.")
    var mode = EngineMode.train

    @Option(help: "The most seconds to spend.")
    var budget = 20.0

    @Option(help: "The timed steps of one repetition.")
    var steps: Int?

    @Option(help: "The repetitions.")
    var reps = 3

    @Option(help: "The seed of weights and batches.")
    var seed: UInt64 = 1

    @Flag(help: "Print JSON; the only form there is.")
    var json = false

    func validate() throws {
        guard threads >= 1, threads <= 64 else {
            throw ValidationError("--threads must lie between 1 and 64.")
        }
        guard budget >= 0, budget <= 3600, reps >= 1, (steps ?? 1) >= 1 else {
            throw ValidationError("--budget, --reps and --steps must be positive.")
        }
    }

    func run() {
        let isTraining = mode == .train
        let time = isTraining ? config.time : min(48, config.time)
        let batch = isTraining ? config.batch : 1
        let model = config.makeModel(seed: seed)
        let step = isTraining ? trainingStep(model) : inference(model, time)
        let samples = measure(
            step, count: (steps ?? (isTraining ? 60 : 1000)) * reps,
            warmUp: isTraining ? 5 : 50, budget: budget)
        let report = EngineMeasurement(
            samples: samples, batch: batch,
            work: config.matrixWork(batch: batch, time: time, isTraining: isTraining))
        print(
            report.json(
                config: config.rawValue, threads: threads, mode: mode.rawValue,
                parameters: model.parameterCount))
    }

    private func inference(_ model: TransformerClassifier, _ time: Int) -> () -> Void {
        var generator = SplitMix64(seed: seed &+ 1)
        let tokens = (0..<time).map { _ in Int.random(in: 0..<config.vocabulary, using: &generator)
        }
        model.prepareForInference()
        return { _ = withoutGradient { model([tokens]) } }
    }

    private func trainingStep(_ model: TransformerClassifier) -> () -> Void {
        var generator = SplitMix64(seed: seed &+ 1)
        let storage = ParameterStorage(model.parameters.map(\.tensor), shards: threads)
        let optimizer = AdamW(storage, rate: 3e-4, weightDecay: 0.01)
        let pool = ShardPool(shardCount: threads)
        let sequences = (0..<config.batch).map { _ in
            (0..<config.time).map { _ in Int.random(in: 0..<config.vocabulary, using: &generator) }
        }
        let labels = (0..<config.batch).map { _ in
            Int.random(in: 0..<config.classes, using: &generator)
        }
        let (batch, threads) = (config.batch, threads)
        return {
            pool.run { shard in
                let rows = (batch * shard / threads)..<(batch * (shard + 1) / threads)
                guard !rows.isEmpty else { return }
                let loss = model(Array(sequences[rows])).crossEntropy(Array(labels[rows]))
                loss.backward(Tensor(Float(rows.count) / Float(batch)))
            }
            optimizer.step(greatestNorm: nil, pool: pool)
        }
    }
}
