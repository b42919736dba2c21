public import Foundation
internal import Glibc
public import TextClassification

extension ModelRegistry {
    /// Adds a model as the next version; it is there complete or not at all, and not yet in use.
    ///
    /// - Parameters:
    ///   - model: the trained model.
    ///   - version: what is known about it; the identifier and the checksum are filled in.
    ///   - files: further files of the folder by name, such as `card.md`.
    /// - Returns: the version with its number.
    /// - Throws: `ModelRegistryError` where it cannot be written.
    public func add(
        _ model: ClassifierModel, version: ModelVersion, files: [String: String] = [:]
    ) throws(ModelRegistryError) -> ModelVersion {
        try createDirectory()
        var version = version
        version.id = String((numbers().last ?? 0) + 1)
        version.checksum = ModelFile.checksum(of: model)
        let temporary = directory.appending(path: ".new-\(getpid())-\(version.id)")
        try Self.writeFolder(temporary, model: model, version: version, files: files)
        let place = directory.appending(path: version.id)
        guard rename(temporary.path, place.path) == 0 else {
            throw .unwritable(path: place.path, reason: String(cString: strerror(errno)))
        }
        Self.sync(directory)
        removeOldVersions(besides: version.id)
        return version
    }

    /// Writes a model with its notes into a folder of its own.
    public static func writeFolder(
        _ folder: URL, model: ClassifierModel, version: ModelVersion, files: [String: String]
    ) throws(ModelRegistryError) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try ModelFile.write(model, to: folder)
            try write(manifestText(version), to: folder.appending(path: manifestName))
            for (name, text) in files.sorted(by: { $0.key < $1.key }) {
                try write(text, to: folder.appending(path: name))
            }
            sync(folder)
        } catch let error as ModelRegistryError {
            throw error
        } catch {
            throw .unwritable(path: folder.path, reason: "\(error)")
        }
    }

    private static func manifestText(_ version: ModelVersion) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        do {
            return String(decoding: try encoder.encode(version), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("a manifest could not be written as JSON: \(error)")
        }
    }

    /// Puts a model into use from the next question on.
    ///
    /// - Throws: `ModelRegistryError` where it is unknown or damaged; then nothing changes.
    public func use(_ id: String) throws(ModelRegistryError) {
        _ = try model(id)
        try createDirectory()
        try Self.write(id + "\n", to: pointer)
        // Whoever chose, the choice is made: nothing is on trial any more.
        endTrial()
    }

    /// Notes that a model is not good enough after all; it stays in the list.
    func refuse(_ id: String) throws(ModelRegistryError) {
        guard var version = version(id), !version.isFactory, version.created > 0 else { return }
        version.isPromoted = false
        version.isWorse = true
        try Self.write(
            Self.manifestText(version),
            to: directory.appending(path: id).appending(path: Self.manifestName))
        try quarantineIfRefusedTwice()
    }

    /// Deletes a version.
    ///
    /// - Throws: `ModelRegistryError.protected` for the factory model and the one in use.
    public func delete(_ id: String) throws(ModelRegistryError) {
        guard hasVersion(id) else { throw .unknownModel(id: id) }
        guard id != ModelVersion.factoryID, id != currentID else { throw .protected(id: id) }
        // The number may be given again, and must then begin anew.
        if id == trialID { endTrial() }
        try forgetReadings(of: id)
        try remove(id)
    }

    /// Takes the lock under which one training runs at a time across processes; it is given back when
    /// the value goes away, the process's death included.
    public func lockTraining() throws(ModelRegistryError) -> TrainingLock {
        try createDirectory()
        let path = directory.appending(path: ".training.lock").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .trainingElsewhere
        }
        return TrainingLock(descriptor: descriptor)
    }

    private func removeOldVersions(besides newest: String) {
        let parent = version(currentID)?.parent
        let removable = numbers().map(String.init)
            .filter { ![newest, currentID, parent, trialID].contains($0) }
        for id in removable.dropLast(Self.keptVersions - 1) {
            // A version that cannot be removed only takes room; the next addition tries again.
            try? remove(id)
        }
    }

    /// Moves the folder out of sight first, so that a version is never there in part.
    private func remove(_ id: String) throws(ModelRegistryError) {
        let place = directory.appending(path: id)
        let hidden = directory.appending(path: ".old-\(getpid())-\(id)")
        guard rename(place.path, hidden.path) == 0 else {
            throw .unwritable(path: place.path, reason: String(cString: strerror(errno)))
        }
        do {
            try FileManager.default.removeItem(at: hidden)
        } catch {
            throw .unwritable(path: hidden.path, reason: "\(error)")
        }
    }

    func createDirectory() throws(ModelRegistryError) {
        do {
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(path: directory.path, reason: "\(error)")
        }
    }

    /// Writes a file beside its place, brings it to the disk, then moves it there.
    static func write(_ text: String, to file: URL) throws(ModelRegistryError) {
        let temporary = file.path + ".\(getpid()).partial"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unwritable(path: file.path, reason: String(cString: strerror(errno)))
        }
        let bytes = Array(text.utf8)
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let isSynced = written == bytes.count && fsync(descriptor) == 0
        let reason = String(cString: strerror(errno))
        close(descriptor)
        guard isSynced, rename(temporary, file.path) == 0 else {
            unlink(temporary)
            throw .unwritable(path: file.path, reason: reason)
        }
        sync(file.deletingLastPathComponent())
    }

    /// Brings new names in a folder to the disk; some file systems cannot.
    static func sync(_ folder: URL) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// The right to train, held by one process at a time.
public final class TrainingLock: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Lets another training begin, before this lock itself is gone.
    func release() {
        flock(descriptor, LOCK_UN)
    }

    deinit {
        close(descriptor)
    }
}

extension ModelRegistry {
    /// Writes a model's file to a place of its own, complete or not at all.
    public static func export(
        _ model: ClassifierModel, to file: URL
    ) throws(ModelRegistryError) {
        do {
            try ModelFile.write(model, file: file)
        } catch {
            throw .unwritable(path: file.path, reason: reason(error))
        }
    }
}
