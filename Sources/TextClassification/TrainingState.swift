public import FoundationEssentials
internal import NeuralNetwork

/// Everything that a training needs to go on after it was interrupted, as after an epoch.
public struct TrainingState: Sendable {
    let checkpoint: Checkpoint

    init(checkpoint: Checkpoint) {
        self.checkpoint = checkpoint
    }

    /// The number of passes that are done.
    public var epoch: Int { Int(checkpoint.metadata["epoch"] ?? "") ?? 0 }

    /// What the state belongs to: a state of another training must not be gone on from.
    public var purpose: String { checkpoint.metadata["purpose"] ?? "" }

    /// Reads a state that `write` wrote, or nil where there is none that can be used.
    public init?(contentsOf file: URL) {
        // A missing or damaged state only means that the training starts from its beginning.
        guard let checkpoint = try? Checkpoint(contentsOf: file) else { return nil }
        self.checkpoint = checkpoint
    }

    /// Writes the state, complete or not at all, with what it belongs to.
    public func write(to file: URL, purpose: String) throws(ModelFileError) {
        var copy = checkpoint
        copy.metadata["purpose"] = purpose
        do {
            try copy.write(to: file)
        } catch CheckpointError.unwritable(let path, let errorNumber) {
            throw .unwritable(path: path, errorNumber: errorNumber)
        } catch {
            throw .unwritable(path: file.path, errorNumber: 0)
        }
    }
}
