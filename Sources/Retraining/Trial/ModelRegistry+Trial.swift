internal import Foundation
internal import Glibc

extension ModelRegistry {
    /// How many answered problems a new model reads in silence before it may take over.
    public static let trialLength = 50

    /// How far the trial of a model is.
    public struct Trial: Sendable, Hashable {
        /// The identifier of the model on trial.
        public let model: String
        /// The problems that it has read.
        public let readings: Int
    }

    /// The model that reads along without being heard, or nil.
    public var trialID: String? {
        // No such file means that nothing is on trial.
        guard let text = try? String(contentsOf: trialFile, encoding: .utf8) else { return nil }
        let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return hasVersion(id) && id != currentID && id != ModelVersion.factoryID ? id : nil
    }

    /// The trial under way, or nil.
    public var trial: Trial? {
        trialID.map { id in
            Trial(model: id, readings: readings().count { $0.silent?.model == id })
        }
    }

    /// Lets a model read along from the next problem on.
    ///
    /// - Throws: `ModelRegistryError` where it is unknown or damaged; then nothing changes.
    public func beginTrial(of id: String) throws(ModelRegistryError) {
        _ = try model(id)
        try Self.write(id + "\n", to: trialFile)
    }

    /// Ends a trial without a result.
    public func endTrial() {
        // Where there is no such file there is nothing to end.
        try? FileManager.default.removeItem(at: trialFile)
    }

    /// What came of a reading.
    public enum Outcome: Sendable, Hashable {
        /// The model on trial was at least as good and is in use now.
        case tookOver(String)
        /// The model on trial was worse and will not be heard.
        case failedTrial(String)
        /// The model in use was contradicted too often; its parent is in use again.
        case rolledBack(from: String, to: String)
    }

    /// Keeps what the models said about an answered problem, and acts on what is known by then.
    ///
    /// - Parameters:
    ///   - reading: what they said.
    ///   - disputed: the attempts whose reading a learner called wrong.
    /// - Returns: what changed, or nil.
    /// - Throws: `ModelRegistryError` where the folder cannot be written.
    public func log(
        _ reading: LoggedReading, disputed: Set<String>
    ) throws(ModelRegistryError) -> Outcome? {
        try append(reading)
        let readings = readings()
        if let outcome = try concludeTrial(readings) { return outcome }
        return try rollBack(readings, disputed)
    }

    /// Takes the model in use back if it is contradicted much more than its parent was.
    ///
    /// - Parameter disputed: the attempts whose reading a learner called wrong.
    /// - Returns: what changed, or nil.
    /// - Throws: `ModelRegistryError` where the folder cannot be written.
    public func rollBackIfContradicted(
        disputed: Set<String>
    ) throws(ModelRegistryError) -> Outcome? {
        try rollBack(readings(), disputed)
    }

    /// Whether what is known of the model in use has become worse than it was.
    public func hasDrifted(disputed: Set<String>) -> Bool {
        TrialJudge(readings: readings(), disputed: disputed).hasDrifted(currentID)
    }

    private func concludeTrial(
        _ readings: [LoggedReading]
    ) throws(ModelRegistryError) -> Outcome? {
        guard let id = trialID else { return nil }
        let judge = TrialJudge(readings: readings, disputed: [])
        guard let isWorthy = judge.isWorthy(id, length: Self.trialLength) else { return nil }
        if isWorthy {
            try use(id)
            return .tookOver(id)
        }
        endTrial()
        try refuse(id)
        return .failedTrial(id)
    }

    private func rollBack(
        _ readings: [LoggedReading], _ disputed: Set<String>
    ) throws(ModelRegistryError) -> Outcome? {
        let id = currentID
        guard let parent = version(id)?.parent, hasVersion(parent) else { return nil }
        let judge = TrialJudge(readings: readings, disputed: disputed)
        guard judge.mustGiveWay(id, to: parent) else { return nil }
        try use(parent)
        try refuse(id)
        return .rolledBack(from: id, to: parent)
    }

    // MARK: The log

    /// The newest readings that are kept.
    private static let keptReadings = 1_000

    private var trialFile: URL { directory.appending(path: "trial") }
    private var readingsFile: URL { directory.appending(path: "readings.jsonl") }

    /// What the models said about the newest problems, oldest first.
    public func readings() -> [LoggedReading] {
        // Without the file nothing was read; a damaged line is left out.
        guard let data = try? Data(contentsOf: readingsFile) else { return [] }
        let decoder = JSONDecoder()
        return data.split(separator: UInt8(ascii: "\n")).suffix(Self.keptReadings).compactMap {
            try? decoder.decode(LoggedReading.self, from: $0)
        }
    }

    /// One line more; the file is cut when it holds twice what is kept.
    ///
    /// It is only statistics, so nothing waits for the disk.
    private func append(_ reading: LoggedReading) throws(ModelRegistryError) {
        let line = Self.line(reading)
        let bytes = Array(line.utf8)
        try createDirectory()
        let descriptor = open(
            readingsFile.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        let written =
            descriptor < 0
            ? -1 : bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let reason = String(cString: strerror(errno))
        let length = descriptor < 0 ? 0 : lseek(descriptor, 0, SEEK_END)
        if descriptor >= 0 { close(descriptor) }
        guard written == bytes.count else {
            throw .unwritable(path: readingsFile.path, reason: reason)
        }
        guard length > 2 * Self.keptReadings * bytes.count else { return }
        try Self.write(readings().map(Self.line).joined(), to: readingsFile)
    }

    func forgetReadings(of id: String) throws(ModelRegistryError) {
        let all = readings()
        let left = all.filter { $0.shown.model != id && $0.silent?.model != id }
        guard left.count < all.count else { return }
        try Self.write(left.map(Self.line).joined(), to: readingsFile)
    }

    private static func line(_ reading: LoggedReading) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(reading), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("a reading could not be written as JSON: \(error)")
        }
    }
}
