import Foundation
import LearnerStore
import Testing
import TestSupport

@testable import Retraining

@Suite struct AutomaticTrainingTests {
    /// A situation in which everything speaks for training.
    private static var good: AutomaticTraining.Situation {
        var situation = AutomaticTraining.Situation()
        situation.isAllowed = true
        situation.newLabels = 50
        situation.sinceTraining = 1_800
        situation.load = 0.1
        situation.sinceKey = 600
        return situation
    }

    @Test func `a model is trained when enough is new and the machine rests`() {
        #expect(AutomaticTraining().decision(in: Self.good) == .train)
    }

    @Test func `nothing happens unless it was allowed`() {
        #expect(AutomaticTraining().decision(in: AutomaticTraining.Situation()) == .notAllowed)
    }

    @Test(
        "one thing that speaks against it is enough",
        arguments: AutomaticTraining.Decision.allCases.filter { $0 != .train })
    func against(decision: AutomaticTraining.Decision) {
        var situation = Self.good
        switch decision {
        case .train: break
        case .notAllowed: situation.isAllowed = false
        case .nothingNew: situation.newLabels = 49
        case .tooSoon: situation.sinceTraining = 1_799
        case .onBattery: situation.isOnBattery = true
        case .inUse: situation.sinceKey = 119
        case .busy: situation.load = 0.6
        }

        #expect(AutomaticTraining().decision(in: situation) == decision)
    }

    @Test func `a model that has become worse is reason enough`() {
        var situation = Self.good
        situation.newLabels = 0
        situation.hasDrifted = true

        #expect(AutomaticTraining().decision(in: situation) == .train)
    }

    @Test func `a machine that was never trained on need not wait`() {
        var situation = Self.good
        situation.sinceTraining = nil
        situation.load = nil

        #expect(AutomaticTraining().decision(in: situation) == .train)
    }

    @Test(
        "the battery counts only where no mains are there",
        arguments: [
            ([:], false),
            (["BAT0": ["type": "Battery", "status": "Discharging"]], true),
            (["BAT0": ["type": "Battery", "status": "Charging"]], false),
            (
                [
                    "AC": ["type": "Mains", "online": "1"],
                    "BAT0": ["type": "Battery", "status": "Discharging"],
                ], false
            ),
            (
                [
                    "AC": ["type": "Mains", "online": "0"],
                    "BAT0": ["type": "Battery", "status": "Discharging"],
                ], true
            ),
            (["usb": ["type": "USB", "online": "1"], "BAT1": ["type": "Battery"]], false),
            (
                ["hid": ["type": "Battery", "scope": "Device", "status": "Discharging"]],
                false
            ),
        ] as [([String: [String: String]], Bool)])
    func battery(supplies: [String: [String: String]], isOnBattery: Bool) throws {
        try withTemporaryFolder { folder in
            for (name, files) in supplies {
                let supply = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: supply, withIntermediateDirectories: true)
                for (file, text) in files {
                    try Data("\(text)\n".utf8).write(to: supply.appending(path: file))
                }
            }

            #expect(PowerSupply.isOnBattery(in: folder) == isOnBattery)
        }
    }

    @Test func `a machine without a list of supplies has no battery`() {
        #expect(!PowerSupply.isOnBattery(in: URL(filePath: "/nowhere/at/all")))
    }

    @Test(
        "the load counts for each processor",
        arguments: [
            ("1.50 0.98 1.37 2/345 6789\n", 2, 0.75), ("0.00 0.01 0.05 1/99 1\n", 8, 0),
            ("rubbish\n", 2, nil), ("", 2, nil),
        ] as [(String, Int, Double?)])
    func load(text: String, processors: Int, load: Double?) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "loadavg")
            try Data(text.utf8).write(to: file)

            #expect(MachineLoad.perProcessor(file: file, processors: processors) == load)
        }
    }

    @Test func `labels that a model has had are not new`() throws {
        try Models.withRegistry { registry in
            let labels = (0..<8).map {
                Label(
                    id: "l\($0)", time: Int64($0), learner: "a", task: "skill",
                    text: "Story \("abcdefgh".dropFirst($0)) of 3 apples.", label: "join",
                    source: "learner")
            }
            let policy = LabelPolicy()
            let first = policy.selection(from: Array(labels.prefix(5)), drawnRows: 1_000)
            _ = try registry.add(
                Models.model(bias: 1), version: Models.version(),
                files: [LearnedLabel.fileName: LearnedLabel.lines(first, policy: policy)])

            let all = policy.selection(from: labels, drawnRows: 1_000)
            #expect(registry.newLabels(in: all) == 3)
            #expect(registry.lastTraining == 5)
        }
    }

    private func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "machine-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try body(folder)
    }
}
