import ArgumentParser
import Glibc

/// Shows that training does not grow: resident memory while steps pass.
struct EngineEndurance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine-endurance",
        abstract: "Runs many training steps and tells the resident memory at intervals.",
        discussion: """
            Ends with 1 where memory at the end is more than 2 MB above that after a tenth of \
            the steps.
            """)

    @Option(help: "The size of the model: S, M, L or tiny.")
    var config = EngineConfiguration.tiny

    @Option(help: "The threads that share a batch.")
    var threads = 2

    @Option(help: "The training steps.")
    var steps = 10_000

    @Option(help: "The seed of weights and batches.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...64).contains(threads), (10...10_000_000).contains(steps) else {
            throw ValidationError("--threads or --steps is out of range.")
        }
    }

    func run() throws {
        let step = EngineWorkload(
            config, threads: threads, partSize: config.partSize, seed: seed
        ).trainingStep()
        var early = 0
        for number in 1...steps {
            step()
            guard number % (steps / 10) == 0 else { continue }
            let pages = residentKilobytes()
            if early == 0 { early = pages }
            print("step \(number): \(pages) kB resident")
        }
        let growth = residentKilobytes() - early
        print("growth since step \(steps / 10): \(growth) kB")
        guard growth <= 2048 else { throw ExitCode.failure }
    }

    /// The resident memory of this process, as the system counts it.
    private func residentKilobytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let fields = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) / 1024 : 0
    }
}
