public import Foundation
internal import GRDB
import LearnerModel

/// One thing that a full check of the record found.
public enum StoreFinding: Sendable, Hashable {
    /// There is no record yet.
    case none
    /// The record cannot be used; the error says why.
    case fault(LearnerStoreError)
    /// Every page, reference and checksum is right.
    case whole(bytes: Int64, version: Int, attempts: Int, learners: Int)
    /// Another process has the record open.
    case open(process: Int32, since: Int64)
    /// The newest answer is later than the clock.
    case answersInFuture(newest: Int64)
    /// The copies, and those among them that are damaged.
    case backups([StoreBackups.Backup], damaged: [URL])
    /// Bytes that are free where the record lies.
    case freeSpace(Int64)
    /// Files that others may read.
    case readableByOthers([String])
    /// Answers that wait in a rescue file to be imported.
    case rescuedAnswers(path: String)

    /// How much it matters.
    public var severity: Severity {
        switch self {
        case .none, .whole, .open: .fine
        case .fault: .failure
        case .backups(let backups, let damaged):
            backups.isEmpty || !damaged.isEmpty ? .warning : .fine
        case .freeSpace(let bytes): bytes < 50 << 20 ? .warning : .fine
        case .answersInFuture, .readableByOthers, .rescuedAnswers: .warning
        }
    }

    var isFault: Bool { severity == .failure }

    /// How much a finding matters.
    public enum Severity: String, Sendable, Hashable {
        /// All is well.
        case fine = "ok"
        /// Worth knowing.
        case warning = "warn"
        /// The record cannot be used as it is.
        case failure = "fail"
    }
}

extension LearnerStore {
    /// Checks everything about the record in a folder without changing anything.
    public static func checkup(at directory: URL, now: Int64) -> [StoreFinding] {
        let location = StoreLocation(directory: directory)
        var findings = recordFindings(location, now: now)
        if let reason = obstacle(to: location.directory), findings.allSatisfy({ !$0.isFault }) {
            findings.append(
                .fault(.unwritable(path: location.directory.path, reason: reason)))
        }
        findings += lockFindings(location, now: now)
        if FileStatus(location.directory) != nil {
            findings += surroundings(location, now: now)
        }
        return findings
    }

    /// Why nothing can be written in a folder or made on the way to it, or nil.
    private static func obstacle(to directory: URL) -> String? {
        var folder = directory
        while FileStatus(folder) == nil, folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
        }
        return access(folder.path, W_OK | X_OK) == 0 ? nil : systemReason()
    }

    private static func recordFindings(_ location: StoreLocation, now: Int64) -> [StoreFinding] {
        do throws(LearnerStoreError) {
            let store = try open(at: location.directory, mode: .viewing, now: now)
            defer { store.close() }
            guard store.location != nil else { return [.none] }
            let inspection = StoreInspection(location: location)
            let summary = try store.reading { try inspection.check($0, thorough: true) }
            let learners = try store.learners().count
            var findings: [StoreFinding] = [
                .whole(
                    bytes: FileStatus(location.database)?.size ?? 0, version: summary.version,
                    attempts: Int(summary.attempts), learners: learners)
            ]
            let newest = try store.reading { database in
                try Int64.fetchOne(database, sql: "SELECT max(time) FROM attempts")
            }
            if let newest, newest > now + 60_000 {
                findings.append(.answersInFuture(newest: newest))
            }
            return findings
        } catch {
            return [.fault(error)]
        }
    }

    /// Looks whether another process writes, where that can be asked without leaving a trace.
    private static func lockFindings(_ location: StoreLocation, now: Int64) -> [StoreFinding] {
        guard let holder = StoreLock.holder(location) else { return [] }
        return [.open(process: holder.process, since: holder.since)]
    }

    private static func surroundings(
        _ location: StoreLocation, now: Int64
    ) -> [StoreFinding] {
        let backups = StoreBackups(location)
        let list = backups.list()
        // Whatever makes a copy unverifiable makes it a damaged one.
        let damaged = list.filter { (try? backups.verify($0.url)) == nil }.map(\.url)
        var findings: [StoreFinding] = []
        if FileStatus(location.database) != nil || !list.isEmpty {
            findings.append(.backups(list, damaged: damaged))
        }
        var space = statvfs()
        if statvfs(location.directory.path, &space) == 0 {
            findings.append(.freeSpace(Int64(space.f_bavail) * Int64(space.f_frsize)))
        }
        let open = readableByOthers(location, list)
        if !open.isEmpty { findings.append(.readableByOthers(open)) }
        if let rescue = rescuedAnswers(location, now: now) { findings.append(rescue) }
        return findings
    }

    /// The rescue file, where it has something that the record has not.
    private static func rescuedAnswers(_ location: StoreLocation, now: Int64) -> StoreFinding? {
        let rescue = location.directory.appending(path: RescueFile.name)
        guard FileStatus(rescue) != nil else { return nil }
        let waiting = RescueFile(location).attempts()
        // Where the record cannot be opened, all of them wait.
        let store = try? open(at: location.directory, mode: .viewing, now: now)
        defer { store?.close() }
        let areKnown = waiting.allSatisfy { (try? store?.hasAttempt(id: $0.id)) == true }
        return areKnown && !waiting.isEmpty ? nil : .rescuedAnswers(path: rescue.path)
    }

    private static func readableByOthers(
        _ location: StoreLocation, _ backups: [StoreBackups.Backup]
    ) -> [String] {
        let files = [location.database, location.writeAheadLog, location.backups]
        return (files + backups.map(\.url)).filter { url in
            FileStatus(url).map { $0.mode & 0o077 != 0 } ?? false
        }.map(\.path)
    }
}
