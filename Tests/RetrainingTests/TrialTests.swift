import Foundation
import LearnerStore
import Testing

@testable import Retraining

@Suite struct TrialTests {
    private func reading(
        _ number: Int, shown: (String, Bool?), silent: (String, Bool?)? = nil
    ) -> LoggedReading {
        func answer(_ said: (String, Bool?)) -> LoggedReading.Answer {
            LoggedReading.Answer(
                model: said.0, kind: said.1.map { $0 ? "join" : "share" })
        }
        return LoggedReading(
            attempt: "a\(number)", kind: "join", shown: answer(shown),
            silent: silent.map(answer))
    }

    /// A registry with a model that has passed the gate and is on trial.
    private func withTrial(_ body: (ModelRegistry) throws -> Void) throws {
        try Models.withRegistry { registry in
            var version = Models.version()
            version.parent = "factory"
            version.isPromoted = true
            let added = try registry.add(Models.model(bias: 1), version: version)
            try registry.beginTrial(of: added.id)
            try body(registry)
        }
    }

    @Test func `a model that reads as well for fifty problems takes over, and not before`() throws {
        try withTrial { registry in
            var outcome: ModelRegistry.Outcome?
            for number in 0..<50 {
                #expect(outcome == nil && registry.currentID == "factory")
                #expect(registry.trial == ModelRegistry.Trial(model: "1", readings: number))
                outcome = try registry.log(
                    reading(number, shown: ("factory", true), silent: ("1", number % 20 != 0)),
                    disputed: [])
            }

            #expect(outcome == .tookOver("1"))
            #expect(registry.currentID == "1")
            #expect(registry.trialID == nil)
        }
    }

    @Test func `a model that reads worse on trial is never heard`() throws {
        try withTrial { registry in
            var outcome: ModelRegistry.Outcome?
            for number in 0..<50 {
                outcome = try registry.log(
                    reading(
                        number, shown: ("factory", true), silent: ("1", number % 4 != 0)),
                    disputed: [])
            }

            #expect(outcome == .failedTrial("1"))
            #expect(registry.currentID == "factory")
            #expect(registry.trialID == nil)
            #expect(registry.version("1")?.isPromoted == false)
        }
    }

    @Test func `both models' answers are kept`() throws {
        try withTrial { registry in
            let entry = reading(1, shown: ("factory", nil), silent: ("1", true))
            _ = try registry.log(entry, disputed: [])

            #expect(registry.readings() == [entry])
        }
    }

    @Test func `who chooses a model ends the trial`() throws {
        try withTrial { registry in
            try registry.use("factory")

            #expect(registry.trialID == nil)
        }
    }

    @Test func `a damaged model does not come on trial`() throws {
        try withTrial { registry in
            registry.endTrial()
            try Data([1]).write(
                to: try registry.folder(of: "1").appending(path: "model.safetensors"))

            #expect(throws: ModelRegistryError.self) { try registry.beginTrial(of: "1") }
            #expect(registry.trialID == nil)
        }
    }

    @Test func `a model that is disputed much more than its parent gives way at once`() throws {
        try withTrial { registry in
            for number in 0..<100 {
                _ = try registry.log(reading(number, shown: ("factory", true)), disputed: [])
            }
            try registry.use("1")
            var disputed: Set<String> = []
            var outcome: ModelRegistry.Outcome?
            for number in 100..<140 where outcome == nil {
                if number % 3 == 0 { disputed.insert("a\(number)") }
                outcome = try registry.log(
                    reading(number, shown: ("1", true)), disputed: disputed)
            }

            #expect(outcome == .rolledBack(from: "1", to: "factory"))
            #expect(registry.currentID == "factory")
        }
    }

    @Test func `a model that stops answering gives way`() throws {
        try withTrial { registry in
            for number in 0..<200 {
                _ = try registry.log(reading(number, shown: ("factory", true)), disputed: [])
            }
            try registry.use("1")
            var outcome: ModelRegistry.Outcome?
            for number in 200..<300 where outcome == nil {
                outcome = try registry.log(
                    reading(number, shown: ("1", number % 2 == 0 ? nil : true)), disputed: [])
            }

            #expect(outcome == .rolledBack(from: "1", to: "factory"))
        }
    }

    @Test func `an honest model stays`() throws {
        try withTrial { registry in
            for number in 0..<100 {
                _ = try registry.log(reading(number, shown: ("factory", true)), disputed: [])
            }
            try registry.use("1")
            let disputed = Set((0..<200).filter { $0 % 25 == 0 }.map { "a\($0)" })
            for number in 100..<200 {
                let outcome = try registry.log(
                    reading(number, shown: ("1", true)), disputed: disputed)
                #expect(outcome == nil)
            }

            #expect(registry.currentID == "1")
        }
    }

    @Test func `the log is bounded and outlives a damaged line`() throws {
        try Models.withRegistry { registry in
            for number in 0..<2_100 {
                _ = try registry.log(reading(number, shown: ("factory", true)), disputed: [])
            }
            let file = registry.directory.appending(path: "readings.jsonl")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.count <= 2_001)

            try Data(("{\"att\n" + lines.suffix(3).joined(separator: "\n")).utf8).write(to: file)
            #expect(registry.readings().map(\.attempt) == ["a2097", "a2098", "a2099"])
        }
    }

    // MARK: Quarantine

    private func add(
        _ labels: ClosedRange<Int>, isWorse: Bool, to registry: ModelRegistry
    ) throws -> ModelVersion {
        let policy = LabelPolicy()
        let selection = policy.selection(
            from: labels.map {
                Label(
                    id: "l\($0)", time: Int64($0), learner: "a", task: "skill",
                    text: "Story \("abcdefghijkl".dropFirst($0)) of 3 apples.", label: "join",
                    source: "learner")
            }, drawnRows: 1_000)
        var version = Models.version()
        version.parent = "factory"
        version.isPromoted = false
        version.isWorse = isWorse
        version.labelRows = labels.count
        return try registry.add(
            Models.model(bias: 1), version: version,
            files: [LearnedLabel.fileName: LearnedLabel.lines(selection, policy: policy)])
    }

    @Test func `after two models that came out worse the newest labels wait outside`() throws {
        try Models.withRegistry { registry in
            let good = try add(1...3, isWorse: false, to: registry)
            try registry.use(good.id)
            _ = try add(1...6, isWorse: true, to: registry)
            try registry.quarantineIfRefusedTwice()
            #expect(registry.quarantine().isEmpty)

            _ = try add(1...8, isWorse: true, to: registry)
            try registry.quarantineIfRefusedTwice()

            #expect(registry.quarantine() == ["l4", "l5", "l6", "l7", "l8"])
            registry.endQuarantine()
            #expect(registry.quarantine().isEmpty)
        }
    }

    @Test func `models that were merely not better keep no label outside`() throws {
        try Models.withRegistry { registry in
            _ = try add(1...4, isWorse: false, to: registry)
            _ = try add(1...6, isWorse: false, to: registry)
            try registry.quarantineIfRefusedTwice()

            #expect(registry.quarantine().isEmpty)
        }
    }

    @Test func `a label that waits outside neither trains nor measures`() {
        var policy = LabelPolicy()
        policy.quarantined = ["l1"]
        let label = Label(
            id: "l1", time: 1, learner: "a", task: "skill", text: "A story of 3 apples.",
            label: "join", source: "learner")

        let selection = policy.selection(from: [label], drawnRows: 1_000)

        #expect(selection.training.isEmpty && selection.aside.isEmpty)
        #expect(selection.leftOut == [.quarantined: 1])
    }
}
