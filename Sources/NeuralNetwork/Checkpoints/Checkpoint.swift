import Autograd
public import FoundationEssentials

/// Weights by name with notes, as in a `.safetensors` file.
///
/// The format: eight bytes with the length of a JSON header, the header, then the numbers. Only `F32` is
/// read and written. Reading trusts nothing: sizes are checked before memory is taken.
public struct Checkpoint: Sendable {
    /// One tensor of a checkpoint.
    public struct Entry: Sendable, Equatable {
        /// The name, such as `layers.0.linear1.weight`.
        public var name: String
        /// The sizes of the axes.
        public var shape: [Int]
        /// The numbers in row-major order.
        public var values: [Float]

        /// Creates an entry.
        /// - Precondition: as many numbers as the shape holds.
        public init(name: String, shape: [Int], values: [Float]) {
            precondition(
                shape.reduce(1, *) == values.count,
                "\(values.count) numbers do not fill the shape \(shape) of \(name)")
            self.name = name
            self.shape = shape
            self.values = values
        }
    }

    /// The tensors, sorted by name.
    public var entries: [Entry]
    /// Notes: configuration, vocabulary and the like.
    public var metadata: [String: String]

    /// Creates a checkpoint.
    public init(entries: [Entry], metadata: [String: String] = [:]) {
        self.entries = entries.sorted { $0.name < $1.name }
        self.metadata = metadata
    }

    /// Copies the weights of a model.
    public init(_ module: some Module, metadata: [String: String] = [:]) {
        self.init(
            entries: module.parameters.map {
                Entry(name: $0.name, shape: Array($0.tensor.shape), values: $0.tensor.values)
            }, metadata: metadata)
    }

    /// Copies the weights of a checkpoint into a model; all or, on an error, none.
    /// - Throws: `CheckpointError` unless names and shapes agree exactly.
    public func load(into module: some Module) throws(CheckpointError) {
        let found = Dictionary(
            entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let parameters = module.parameters
        for parameter in parameters {
            guard let entry = found[parameter.name] else {
                throw .missingTensor(name: parameter.name)
            }
            let expected = Array(parameter.tensor.shape)
            guard entry.shape == expected else {
                throw .shape(name: parameter.name, expected: expected, found: entry.shape)
            }
        }
        let known = Set(parameters.map(\.name))
        if let extra = entries.first(where: { !known.contains($0.name) }) {
            throw .unexpectedTensor(name: extra.name)
        }
        for parameter in parameters {
            guard let entry = found[parameter.name] else { continue }
            parameter.tensor.update { _ = $0.update(from: entry.values) }
        }
    }

    /// Reads a checkpoint from a file.
    /// - Throws: `CheckpointError` on any damage, NaN included.
    public init(contentsOf url: URL) throws(CheckpointError) {
        let file = try OpenFile(url.path)
        try self.init(size: file.size) { (target, offset) throws(CheckpointError) in
            try file.read(target, at: offset)
        }
    }

    /// Writes the checkpoint; the file is complete or unchanged.
    /// - Throws: `CheckpointError.unwritable`.
    public func write(to url: URL) throws(CheckpointError) {
        try writeFileAtomically(safetensors(), to: url.path)
    }
}
