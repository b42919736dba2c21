import Foundation
import LearnerModel
import LearnerStore
import Mathematics

/// A folder that is gone when the test is.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // A leftover in /tmp fails no test.
    }

    var location: StoreLocation { StoreLocation(directory: url) }
}

/// 2026-03-12 16:41:02.120 UTC.
let noon: Int64 = 1_773_333_662_120

/// The n-th answer of a learner.
func attempt(_ number: Int, learner: String = "maya", input: String = "24") -> Attempt {
    Attempt(
        id: "0190aaaa-0000-7000-8000-\(String(format: "%012d", number))",
        time: noon + Int64(number) * 30_000, utcOffset: 60, learner: learner,
        skill: "add_to.result", template: "add_to.result.apples", level: 1 + number % 5,
        seed: UInt64.max - UInt64(number), language: number % 2 == 0 ? .english : .korean,
        text: "Maya has \(number) apples, \"red\"\nones. 사과는 몇 개예요?", expected: "24 apples",
        specification: "t=num;unit=opt", input: input,
        explanation: number % 3 == 0 ? "I added" : nil, outcome: .answered,
        verdict: number % 4 == 0 ? .wrong : .correct, reason: number % 4 == 0 ? "sign" : nil,
        counted: true, misconception: number % 4 == 0 ? "WRONG_OP" : nil, hints: number % 2,
        tryNumber: 1, milliseconds: 4_000 + number, model: "champion-1")
}

/// A record with some answers of one learner, closed again.
func filledStore(at url: URL, answers: Int = 20) throws {
    let store = try LearnerStore.open(at: url, now: noon)
    _ = try store.learner(named: "maya", creatingAt: noon)
    for number in 0..<answers { try store.record(attempt(number)) }
    store.close()
}

/// A small number for every run, the full one where `MATHTUTOR_SOAK=1` asks for it.
func soak(_ quick: Int, full: Int) -> Int {
    ProcessInfo.processInfo.environment["MATHTUTOR_SOAK"] == "1" ? full : quick
}
