import ArgumentParser

/// Measurements of every part; run as `Benchmarks <part> [options]`.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmarks",
        abstract: "Measures the parts of the tutor.",
        subcommands: [
            CheckerBenchmark.self, ClassifierBenchmark.self, EngineBenchmark.self,
            EngineOverhead.self, EngineEndurance.self, EngineParity.self, GateSimulation.self,
            LearnerTracing.self, LearnerChoosing.self, ProblemsBenchmark.self,
            ScreenBenchmark.self, StoreBenchmark.self,
        ])
}
