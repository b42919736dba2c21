internal import Foundation
internal import LearnerStore
internal import TextClassification

/// A training that was interrupted, by a power cut for example, and can be gone on from.
public struct InterruptedTraining: Sendable, Hashable, Codable {
    /// The passes that were planned.
    public var epochs: Int
    /// Problems of each template in each language.
    public var rowsPerTemplate: Int
    /// What the weights started from.
    public var start: TrainingConfiguration.Start
    /// The seed.
    public var seed: UInt64
    /// The identifiers of the labels that it had.
    public var labels: [String]
    /// When it began, which its manifest will say.
    public var now: Int64
    /// The passes that are done; what came after them is learned again.
    public var epochsDone = 0

    private enum CodingKeys: CodingKey {
        case epochs, rowsPerTemplate, start, seed, labels, now
    }

    init(_ configuration: TrainingConfiguration) {
        epochs = configuration.plan.epochs
        rowsPerTemplate = configuration.size.rowsPerTemplate
        start = configuration.start
        seed = configuration.plan.seed
        labels = configuration.labels.map(\.id)
        now = configuration.now
    }

    /// Returns the configuration that gives the same result as the training would have given.
    ///
    /// - Parameter configuration: one with all labels there are.
    /// - Returns: the same with the epochs, seed, start and labels of the interrupted training.
    public func continuing(_ configuration: TrainingConfiguration) -> TrainingConfiguration {
        var copy = configuration
        copy.plan.epochs = epochs
        copy.size.rowsPerTemplate = rowsPerTemplate
        copy.plan.seed = seed
        copy.size.seed = seed
        copy.start = start
        copy.now = now
        copy.policy.only = Set(labels)
        return copy
    }
}

extension ModelRegistry {
    /// Where the state after each epoch goes.
    var stateFile: URL { directory.appending(path: ".training-state.safetensors") }
    /// Where it is noted what the running training is.
    private var noteFile: URL { directory.appending(path: ".training.json") }

    /// The training that was interrupted, or nil where none was or one is running now.
    public func interruptedTraining() -> InterruptedTraining? {
        // No such file, or one that cannot be read, means that nothing is to be gone on from.
        guard let data = try? Data(contentsOf: noteFile),
            var training = try? JSONDecoder().decode(InterruptedTraining.self, from: data)
        else { return nil }
        // A lock that cannot be had means that the training is not interrupted but under way.
        guard (try? lockTraining()) != nil else { return nil }
        training.epochsDone = TrainingState(contentsOf: stateFile)?.epoch ?? 0
        return training.epochsDone > 0 ? training : nil
    }

    func note(_ training: InterruptedTraining) throws(ModelRegistryError) {
        do {
            let data = try JSONEncoder().encode(training)
            try Self.write(String(decoding: data, as: UTF8.self), to: noteFile)
        } catch let error as ModelRegistryError {
            throw error
        } catch {
            throw .unwritable(path: noteFile.path, reason: "\(error)")
        }
    }

    /// Forgets the training that was interrupted.
    public func forgetInterruptedTraining() {
        for file in [stateFile, noteFile] {
            // It may never have been written.
            try? FileManager.default.removeItem(at: file)
        }
    }
}
