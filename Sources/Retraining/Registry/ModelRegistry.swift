public import Foundation
public import TextClassification

/// The models of one home folder: the factory model, numbered versions, and which one is in use.
///
/// A version is a folder that appears complete or not at all; the file `current` names the one in use
/// and is replaced in one step, so a reader never sees half a change.
public struct ModelRegistry: Sendable {
    /// How many trained versions are kept besides the factory model and the one in use.
    static let keptVersions = 5

    /// The folder of the numbered versions.
    public let directory: URL
    /// The folder of the model that ships with the program.
    public let factory: URL

    /// Creates a registry; nothing is written until a version is added or chosen.
    public init(directory: URL, factory: URL) {
        self.directory = directory
        self.factory = factory
    }

    // MARK: Reading

    /// The models, the factory model first, then by number.
    public func versions() -> [ModelVersion] {
        [factoryVersion] + numbers().compactMap { manifest(of: String($0)) }
    }

    /// The identifier of the model in use; the factory model where none was chosen.
    public var currentID: String {
        // No such file, or one that cannot be read, means that nothing was chosen.
        let text = try? String(contentsOf: pointer, encoding: .utf8)
        let id = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return hasVersion(id) ? id : ModelVersion.factoryID
    }

    /// Returns what is known about a model, or nil where there is none of that name.
    public func version(_ id: String) -> ModelVersion? {
        id == ModelVersion.factoryID ? factoryVersion : manifest(of: id)
    }

    /// Returns the folder of a model.
    ///
    /// - Throws: `ModelRegistryError.unknownModel`.
    public func folder(of id: String) throws(ModelRegistryError) -> URL {
        guard hasVersion(id) else { throw .unknownModel(id: id) }
        return id == ModelVersion.factoryID ? factory : directory.appending(path: id)
    }

    /// Loads one model, and no other in its place.
    ///
    /// - Throws: `ModelRegistryError` where it is unknown or damaged.
    public func model(_ id: String) throws(ModelRegistryError) -> ClassifierModel {
        let folder = try folder(of: id)
        do {
            return try ModelFile.read(folder: folder)
        } catch {
            throw .damaged(id: id, reason: Self.reason(error))
        }
    }

    /// A model that was taken, and those before it that were damaged.
    public struct Loaded: Sendable {
        /// The model.
        public let model: ClassifierModel
        /// Its identifier.
        public let id: String
        /// The models that should have been taken but are damaged, with the reason.
        public let refused: [(id: String, reason: String)]
    }

    /// Loads the model in use; where it is damaged, its parent, then the newest before it, then the
    /// factory model.
    ///
    /// - Throws: `ModelRegistryError` where even the factory model cannot be read.
    public func loadCurrent() throws(ModelRegistryError) -> Loaded {
        let current = currentID
        var candidates = [current]
        if let parent = version(current)?.parent { candidates.append(parent) }
        candidates += numbers().reversed().map(String.init).filter { $0 != current }
        candidates.append(ModelVersion.factoryID)
        var refused: [(id: String, reason: String)] = []
        var tried: Set<String> = []
        for id in candidates where tried.insert(id).inserted && hasVersion(id) {
            do {
                return Loaded(model: try model(id), id: id, refused: refused)
            } catch {
                if case .damaged(_, let reason) = error { refused.append((id, reason)) }
            }
        }
        throw .damaged(id: ModelVersion.factoryID, reason: refused.last?.reason ?? "")
    }

    // MARK: Names and files

    var pointer: URL { directory.appending(path: "current") }

    func numbers() -> [Int] {
        // A folder that does not exist yet has no versions.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.compactMap { Int($0) }.filter { $0 > 0 && hasVersion(String($0)) }.sorted()
    }

    func hasVersion(_ id: String) -> Bool {
        if id == ModelVersion.factoryID { return true }
        guard let number = Int(id), number > 0, String(number) == id else { return false }
        return FileManager.default.fileExists(
            atPath: directory.appending(path: id).appending(path: ModelFile.name).path)
    }

    static let manifestName = "manifest.json"

    func manifest(of id: String) -> ModelVersion? {
        let file = directory.appending(path: id).appending(path: Self.manifestName)
        guard hasVersion(id) else { return nil }
        // A version whose manifest is lost is still a model: it is listed by its number.
        guard let data = try? Data(contentsOf: file),
            var version = try? JSONDecoder().decode(ModelVersion.self, from: data)
        else {
            return ModelVersion.unknownOrigin(id: id)
        }
        version.id = id
        return version
    }

    private var factoryVersion: ModelVersion {
        let file = factory.appending(path: Self.manifestName)
        guard let data = try? Data(contentsOf: file),
            var version = try? JSONDecoder().decode(ModelVersion.self, from: data)
        else {
            // The factory model is listed even where its notes are gone.
            return ModelVersion.unknownOrigin(id: ModelVersion.factoryID)
        }
        version.id = ModelVersion.factoryID
        return version
    }

    static func reason(_ error: ModelFileError) -> String {
        switch error {
        case .missing: "the file is missing"
        case .damaged(_, let reason): reason
        case .version(_, let found): "format \(found) is not one that this version reads"
        case .unwritable: "the file cannot be written"
        }
    }
}

extension ModelVersion {
    /// A model whose manifest is missing or cannot be read.
    static func unknownOrigin(id: String) -> ModelVersion {
        ModelVersion(
            id: id, created: 0, parent: nil, seed: 0, trainingRows: 0, labelRows: 0, dataHash: "",
            leafAccuracy: 0, operationAccuracy: 0, calibrationError: 0, checksum: "", decision: "")
    }
}
