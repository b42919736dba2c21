import ArgumentParser
import Foundation
import LearnerModel
import LearnerStore
import Mathematics

/// Measures the record: commits, a million answers, and a writer for the fault harness.
struct StoreBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Measures the record on disk.",
        subcommands: [Commits.self, Million.self, Writer.self], defaultSubcommand: Commits.self)

    /// An answer that differs from every other one.
    static func attempt(_ number: Int, learner: String, seed: UInt64) -> Attempt {
        let digits = String(format: "%08x", UInt32(truncatingIfNeeded: seed))
        return Attempt(
            id: "\(digits)-0000-7000-8000-\(String(format: "%012d", number))",
            time: 1_773_333_662_000 + Int64(number) * 45_000, utcOffset: 540, learner: learner,
            skill: ["add_to.result", "percent.of", "ratio.unit_rate"][number % 3],
            template: "measured", level: 1 + number % 5, seed: UInt64(number),
            language: number % 2 == 0 ? .english : .korean,
            text: "A box holds 12 pencils. Mina buys \(number) boxes and gives 9 pencils away.",
            expected: "\(number * 12 - 9) pencils", specification: "t=num;unit=opt",
            input: String(number * 12 - 9), outcome: .answered,
            verdict: number % 4 == 0 ? .wrong : .correct, reason: nil, counted: true,
            misconception: number % 4 == 0 ? "WRONG_OP" : nil, hints: 0, tryNumber: 1,
            milliseconds: 12_000, model: "champion")
    }

    static func synchronous(_ name: String) throws -> LearnerStore.Synchronous {
        switch name {
        case "full": .full
        case "normal": .normal
        case "off": .off
        default: throw ValidationError("full, normal or off")
        }
    }

    struct Commits: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Times commits with and without waiting for the disk, interleaved.")

        @Option(help: "Commits of each kind.") var count = 200

        func run() throws {
            let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: root) }  // Left-overs do no harm.
            let names = ["full", "normal", "off"]
            let stores = try names.map { name in
                let store = try LearnerStore.open(
                    at: root.appending(path: name), mode: .writing, now: 0,
                    synchronous: StoreBenchmark.synchronous(name))
                _ = try store.learner(named: "measured", creatingAt: 0)
                return store
            }
            var times = names.map { _ in [Duration]() }
            for number in 0..<count {
                let made = StoreBenchmark.attempt(number, learner: "measured", seed: 1)
                for (place, store) in stores.enumerated() {
                    times[place].append(try ContinuousClock().measure { try store.record(made) })
                }
            }
            for (name, list) in zip(names, times) {
                let sorted = list.sorted()
                func at(_ share: Double) -> Double {
                    let duration = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
                    return Double(duration.components.attoseconds) / 1e15
                        + Double(duration.components.seconds) * 1000
                }
                print(
                    String(
                        format: "%@: median %.2f ms, 95%% %.2f ms, 99%% %.2f ms", name, at(0.5),
                        at(0.95), at(0.99)))
            }
        }
    }

    struct Million: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fills a record with many answers of one learner.")

        @Option(help: "The folder.") var home: String
        @Option(help: "How many answers.") var count = 1_000_000

        func run() throws {
            let folder = URL(filePath: home)
            let store = try LearnerStore.open(
                at: folder, mode: .writing, now: 0, synchronous: .normal)
            _ = try store.learner(named: LearnerStore.defaultProfile, creatingAt: 0)
            let present = try store.attemptCount()
            for start in stride(from: present, to: count, by: 10_000) {
                try store.record(
                    all: (start..<min(start + 10_000, count)).map {
                        StoreBenchmark.attempt($0, learner: LearnerStore.defaultProfile, seed: 1)
                    })
            }
            store.close()
            print("\(count) answers in \(folder.path)")
        }
    }

    struct Writer: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stores answers and says so after each, for the fault harness.")

        @Option(help: "The folder.") var home: String
        @Option(help: "How many answers.") var count = 50
        @Option(help: "full, normal or off.") var synchronous = "full"
        @Option(help: "A number that makes the answers' identifiers differ.") var seed: UInt64 = 1
        @Option(help: "Milliseconds between answers.") var pause: UInt32 = 0

        func run() throws {
            signal(SIGPIPE, SIG_DFL)
            let store = try LearnerStore.open(
                at: URL(filePath: home), mode: .writing, now: 0,
                synchronous: StoreBenchmark.synchronous(synchronous))
            _ = try store.learner(named: "measured", creatingAt: 0)
            for number in 0..<count {
                let made = StoreBenchmark.attempt(number, learner: "measured", seed: seed)
                do {
                    try store.record(made)
                    say("stored \(made.id)")
                } catch {
                    say("failed \(made.id) \(error)")
                }
                usleep(pause * 1000)
            }
            store.endSession(now: 1)
        }

        /// One write for each line, so that a trace shows when it was said.
        private func say(_ text: String) {
            let bytes = Array((text + "\n").utf8)
            Glibc.write(STDOUT_FILENO, bytes, bytes.count)
        }
    }
}
