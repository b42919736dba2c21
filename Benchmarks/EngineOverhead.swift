import ArgumentParser
import Autograd
import Glibc

/// Shows what the graph costs: the same step through it and written by hand, in turn.
struct EngineOverhead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine-overhead",
        abstract: "Compares a step through the graph with the same one written by hand.",
        discussion: """
            Both run in turn in one process and must give the same bits. The overhead is the \
            ratio of processor times, less one.
            """)

    @Option(help: "The size of the model: S, M, L or tiny.")
    var config = EngineConfiguration.S

    @Option(help: "The threads that share a batch.")
    var threads = 1

    @Option(help: "What to time: train or infer.")
    var mode = EngineMode.train

    @Option(help: "The most seconds to spend.")
    var budget = 10.0

    @Option(help: "The seed of weights and batches.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...64).contains(threads), (0...3600).contains(budget) else {
            throw ValidationError("--threads or --budget is out of range.")
        }
    }

    func run() throws {
        let workload = EngineWorkload(
            config, threads: threads, partSize: config.partSize, seed: seed)
        let result = mode == .train ? training(workload) : inference(workload)
        print(
            "{\"config\": \"\(config.rawValue)\", \"mode\": \"\(mode.rawValue)\", "
                + "\"threads\": \(threads), \"pairs\": \(result.graph.count), "
                + "\"graph_cpu_ms\": \(rounded(median(result.graph) * 1e3, 4)), "
                + "\"direct_cpu_ms\": \(rounded(median(result.direct) * 1e3, 4)), "
                + "\"overhead\": \(rounded(result.overhead, 4)), "
                + "\"overhead_of_best\": \(rounded(result.overheadOfBest, 4)), "
                + "\"different_numbers\": \(result.different)}")
        guard result.different == 0 else { throw ExitCode.failure }
    }

    private func training(_ workload: EngineWorkload) -> PairedTimes {
        let direct = workload.directTrainingStep()
        let graph = workload.trainingStep()
        var times = PairedTimes(
            graph: graph, direct: direct.step, block: 1, warmUp: 5, budget: budget)
        workload.storage.values.withValues { values in
            times.different = zip(values, direct.weights).count { $0.bitPattern != $1.bitPattern }
        }
        return times
    }

    private func inference(_ workload: EngineWorkload) -> PairedTimes {
        let direct = workload.directInference()
        let graph = workload.inference()
        var times = PairedTimes(
            graph: { _ = graph() }, direct: { _ = direct() }, block: 20, warmUp: 50,
            budget: budget)
        times.different = zip(graph().values, direct()).count { $0.bitPattern != $1.bitPattern }
        return times
    }
}

/// The processor seconds of two ways to do the same, run in turn.
private struct PairedTimes {
    private(set) var graph: [Double] = []
    private(set) var direct: [Double] = []
    var different = 0

    init(
        graph first: () -> Void, direct second: () -> Void, block: Int, warmUp: Int,
        budget: Double
    ) {
        for _ in 0..<warmUp {
            first()
            second()
        }
        let end = seconds(CLOCK_MONOTONIC) + budget
        while seconds(CLOCK_MONOTONIC) < end || graph.count < 5 {
            graph.append(PairedTimes.time(first, block))
            direct.append(PairedTimes.time(second, block))
        }
    }

    private static func time(_ body: () -> Void, _ count: Int) -> Double {
        let start = seconds(CLOCK_PROCESS_CPUTIME_ID)
        for _ in 0..<count { body() }
        return (seconds(CLOCK_PROCESS_CPUTIME_ID) - start) / Double(count)
    }

    /// The median of the ratios of neighbours, less one.
    var overhead: Double { median(zip(graph, direct).map { $0 / $1 }) - 1 }

    var overheadOfBest: Double { (graph.min() ?? 0) / (direct.min() ?? 1) - 1 }
}
