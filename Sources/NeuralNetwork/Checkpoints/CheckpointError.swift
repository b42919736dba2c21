/// Why a checkpoint cannot be read, written or loaded into a model.
public enum CheckpointError: Error, Equatable, Sendable {
    /// The system refused to read the file.
    case unreadable(path: String, errorNumber: Int32)
    /// The system refused to write the file.
    case unwritable(path: String, errorNumber: Int32)
    /// The file is shorter than it says.
    case truncated(expectedBytes: Int, foundBytes: Int)
    /// The header claims a size that no header has.
    case headerSize(UInt64)
    /// The header is not the JSON of the format; the byte tells where.
    case malformedHeader(byte: Int, reason: String)
    /// A tensor's entry is wrong.
    case malformedTensor(name: String, reason: String)
    /// The tensors overlap or leave holes.
    case uncoveredBytes(at: Int)
    /// A tensor holds NaN or an infinity.
    case notFinite(name: String)
    /// The model has a weight that the file has not.
    case missingTensor(name: String)
    /// The file has a tensor that the model has not.
    case unexpectedTensor(name: String)
    /// A weight has another shape in the file.
    case shape(name: String, expected: [Int], found: [Int])
}
