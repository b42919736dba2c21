public import FoundationEssentials
internal import NeuralNetwork

/// Why a model cannot be read or written.
public enum ModelFileError: Error, Equatable, Sendable {
    /// There is no model file in the folder.
    case missing(path: String)
    /// The file is damaged; the reason says how.
    case damaged(path: String, reason: String)
    /// The file was made by a version that this program does not read.
    case version(path: String, found: String)
    /// The file cannot be written.
    case unwritable(path: String, errorNumber: Int32)
}

/// The folder of a model: `model.safetensors` holds weights, vocabulary, labels, configuration and
/// a checksum over all of them.
public enum ModelFile {
    /// The name of the file with the weights.
    public static let name = "model.safetensors"
    /// The version of the format.
    static let formatVersion = "1"

    private static let transformerPrefix = "transformer."
    private static let leafName = "linear.leaf"
    private static let operationName = "linear.operation"
    private static let gradeName = "linear.grade"
    private static let codeName = "linear.code"

    /// Returns the bytes of the file; equal models give equal bytes.
    public static func bytes(of model: ClassifierModel) -> [UInt8] {
        checkpoint(of: model).safetensors()
    }

    /// Writes a model into a folder; the file is complete or absent.
    public static func write(_ model: ClassifierModel, to folder: URL) throws(ModelFileError) {
        try write(model, file: folder.appending(path: name))
    }

    /// Writes a model to a file of any name; it is complete or absent.
    public static func write(_ model: ClassifierModel, file: URL) throws(ModelFileError) {
        do {
            try checkpoint(of: model).write(to: file)
        } catch CheckpointError.unwritable(let path, let errorNumber) {
            throw .unwritable(path: path, errorNumber: errorNumber)
        } catch {
            throw .unwritable(path: file.path, errorNumber: 0)
        }
    }

    /// Reads the model in a folder; a damaged file is refused as a whole.
    public static func read(folder: URL) throws(ModelFileError) -> ClassifierModel {
        let file = folder.appending(path: name)
        let checkpoint: Checkpoint
        do {
            checkpoint = try Checkpoint(contentsOf: file)
        } catch CheckpointError.unreadable(let path, let errorNumber) where errorNumber == 2 {
            throw .missing(path: path)
        } catch {
            throw .damaged(path: file.path, reason: "\(error)")
        }
        return try model(of: checkpoint, path: file.path)
    }

    /// Returns the checksum that a file carries over everything in it.
    public static func checksum(of model: ClassifierModel) -> String {
        checkpoint(of: model).metadata["checksum"] ?? ""
    }

    // MARK: From a model to a checkpoint

    private static func checkpoint(of model: ClassifierModel) -> Checkpoint {
        var entries = (model.transformer?.checkpoint.entries ?? []).map { entry in
            Checkpoint.Entry(
                name: transformerPrefix + entry.name, shape: entry.shape, values: entry.values)
        }
        let linear = [
            (leafName, model.leafLinear), (operationName, model.operationLinear),
            (gradeName, model.gradeLinear), (codeName, model.codeLinear),
        ]
        for case (let name, let linear?) in linear {
            entries.append(
                Checkpoint.Entry(
                    name: name, shape: [linear.bucketCount + 1, linear.classCount],
                    values: linear.weights))
        }
        var metadata = [
            "format": formatVersion,
            "leaves": model.labels.leaves.joined(separator: "\n"),
            "strands": model.labels.strands.joined(separator: "\n"),
            "operations": model.labels.operations.joined(separator: "\n"),
            "vocabulary": model.vocabulary.words.joined(separator: "\n"),
            "configuration": json(model.configuration),
            "fusion": json(model.fusion),
        ]
        if model.readsExplanations {
            metadata["codes"] = model.labels.codes.joined(separator: "\n")
        }
        let sorted = Checkpoint(entries: entries, metadata: metadata)
        metadata["checksum"] = checksum(of: sorted)
        return Checkpoint(entries: sorted.entries, metadata: metadata)
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("a value of plain numbers could not be written: \(error)")
        }
    }

    /// A 64-bit sum over names, notes and numbers; a changed bit anywhere changes it.
    private static func checksum(of checkpoint: Checkpoint) -> String {
        var hash = StableHash.start
        for (key, value) in checkpoint.metadata.sorted(by: { $0.key < $1.key })
        where key != "checksum" {
            hash = StableHash.adding(StableHash.of(key), to: hash)
            hash = StableHash.adding(StableHash.of(value), to: hash)
        }
        for entry in checkpoint.entries {
            hash = StableHash.adding(StableHash.of(entry.name), to: hash)
            entry.values.withUnsafeBufferPointer { values in
                for value in values {
                    hash = StableHash.adding(UInt64(value.bitPattern), to: hash)
                }
            }
        }
        return String(StableHash.mixed(hash), radix: 16)
    }

    // MARK: From a checkpoint to a model

    private static func model(
        of checkpoint: Checkpoint, path: String
    ) throws(ModelFileError) -> ClassifierModel {
        let notes = checkpoint.metadata
        guard notes["format"] == formatVersion else {
            throw .version(path: path, found: notes["format"] ?? "none")
        }
        guard notes["checksum"] == checksum(of: checkpoint) else {
            throw .damaged(path: path, reason: "the checksum does not fit")
        }
        func lines(_ key: String) -> [String] {
            (notes[key] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
        }
        func decoded<Value: Decodable>(
            _ type: Value.Type, _ key: String
        ) throws(ModelFileError) -> Value {
            do {
                return try JSONDecoder().decode(type, from: Data((notes[key] ?? "").utf8))
            } catch {
                throw .damaged(path: path, reason: "the note \(key) cannot be read")
            }
        }
        let leaves = lines("leaves")
        let strands = lines("strands")
        guard leaves.count == strands.count, Set(leaves).count == leaves.count else {
            throw .damaged(path: path, reason: "the labels do not fit")
        }
        let labels = LabelSet(
            strands: Dictionary(uniqueKeysWithValues: zip(leaves, strands)),
            operations: lines("operations"), codes: notes["codes"] == nil ? [] : lines("codes"))
        let weights = checkpoint.entries.filter { $0.name.hasPrefix(transformerPrefix) }
            .map { entry in
                Checkpoint.Entry(
                    name: String(entry.name.dropFirst(transformerPrefix.count)),
                    shape: entry.shape, values: entry.values)
            }
        var model = ClassifierModel(
            labels: labels,
            configuration: try decoded(ClassifierConfiguration.self, "configuration"),
            vocabulary: Vocabulary(words: lines("vocabulary")),
            transformer: weights.isEmpty ? nil : TransformerWeights(Checkpoint(entries: weights)),
            leafLinear: try linear(leafName, checkpoint, labels.leaves.count, path),
            operationLinear: try linear(operationName, checkpoint, labels.operations.count, path),
            fusion: try decoded(Fusion.self, "fusion"))
        if !labels.codes.isEmpty {
            model.gradeLinear = try linear(gradeName, checkpoint, LabelSet.grades.count, path)
            model.codeLinear = try linear(codeName, checkpoint, labels.codes.count, path)
        }
        guard fits(model) else {
            throw .damaged(path: path, reason: "the weights do not fit the configuration")
        }
        return model
    }

    /// Whether the tables have the sizes that the notes say; building the network to see would
    /// double the time that a start takes.
    private static func fits(_ model: ClassifierModel) -> Bool {
        guard let weights = model.transformer else { return true }
        let shapes = Dictionary(
            weights.checkpoint.entries.map { ($0.name, $0.shape) },
            uniquingKeysWith: { first, _ in first })
        let (sizes, width) = (model.configuration, model.configuration.width)
        let codes = model.readsExplanations ? [model.labels.codes.count, width] : nil
        return shapes["explanations.code.weight"] == codes
            && shapes["words.weight"] == [model.vocabulary.words.count, width]
            && shapes["pairs.weight"] == [sizes.pairBuckets, width]
            && shapes["pieces.weight"] == [sizes.pieceBuckets, width]
            && shapes["relations.weight"] == [sizes.relationBuckets, width]
            && shapes["positions"] == [sizes.longestInput, width]
            && shapes["leaf_head.weight"] == [model.labels.leaves.count, 2 * width]
            && shapes["operation_head.weight"] == [model.labels.operations.count, width]
            && shapes["encoder.norm.weight"] == [width]
    }

    private static func linear(
        _ name: String, _ checkpoint: Checkpoint, _ classes: Int, _ path: String
    ) throws(ModelFileError) -> LinearClassifier {
        guard let entry = checkpoint.entries.first(where: { $0.name == name }),
            entry.shape.count == 2, entry.shape[1] == classes, entry.shape[0] > 1
        else {
            throw .damaged(path: path, reason: "\(name) is missing or has another shape")
        }
        return LinearClassifier(
            bucketCount: entry.shape[0] - 1, classCount: classes, weights: entry.values)
    }
}
