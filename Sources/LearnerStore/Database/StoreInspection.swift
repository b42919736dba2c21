import Foundation
internal import GRDB

/// The checks that come before anything is written to an existing file.
struct StoreInspection {
    /// Files up to this size have every page and index entry checked at each start.
    static let integrityCheckLimit: Int64 = 8 << 20
    /// Files up to this size have every page checked at each start, larger ones by the full check.
    static let quickCheckLimit: Int64 = 32 << 20
    /// How many of the newest answers have their checksums compared at each start.
    static let checkedRows = 500

    let database: URL
    /// The number in the note beside the record; a copy elsewhere has none.
    private let noted: Int64

    /// Begins an inspection; the note is read now and so is no newer than what is looked at later.
    ///
    /// Make it before the transaction of the check: another process may store answers at any time,
    /// and a note that is read after the look would count answers that the look cannot see.
    init(location: StoreLocation) {
        database = location.database
        noted = CounterNote(location).read() ?? 0
    }

    init(file: URL) {
        database = file
        noted = 0
    }

    /// The version of the schema, after a look at the bytes of the header alone.
    ///
    /// No connection may be open to the file in this process: closing the descriptor would drop
    /// the locks of SQLite.
    func headerVersion() throws(LearnerStoreError) -> Int {
        let url = self.database
        guard let status = FileStatus(url), status.isRegularFile else {
            throw damaged(.notAFile)
        }
        guard status.size > 0 else { throw damaged(.empty) }
        let header = try readHeader(of: url)
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw damaged(.foreign)
        }
        func word(_ offset: Int) -> Int32 {
            header[offset..<offset + 4].reduce(Int32(0)) { $0 << 8 | Int32($1) }
        }
        guard word(68) == Schema.applicationID else { throw damaged(.foreign) }
        let version = Int(word(60))
        try requireKnown(version)
        guard version > 0 else { throw damaged(.foreign) }
        return version
    }

    /// Checks structure, references, checksums and the number of answers of an open database.
    func check(_ database: Database, thorough: Bool) throws -> StoreSummary {
        let application = try Int32.fetchOne(database, sql: "PRAGMA application_id")
        guard application == Schema.applicationID else { throw damaged(.foreign) }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        try requireKnown(version)
        let size = FileStatus(self.database)?.size ?? 0
        if thorough || size <= Self.integrityCheckLimit {
            try checkStructure(database, "integrity_check")
        } else if size <= Self.quickCheckLimit {
            try checkStructure(database, "quick_check")
        }
        let rows = try damagedRows(database, newest: thorough ? nil : Self.checkedRows)
        guard rows.isEmpty else { throw damaged(.rows(rows)) }
        return try count(database, version: version, counting: thorough)
    }

    private func checkStructure(_ database: Database, _ pragma: String) throws {
        let finding = try String.fetchOne(database, sql: "PRAGMA \(pragma)(1)") ?? "no answer"
        guard finding == "ok" else { throw damaged(.structure(finding)) }
        let broken = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check")
        guard broken == nil else { throw damaged(.structure("an answer without its learner")) }
    }

    /// The sequence numbers of answers whose fields do not give their checksum.
    func damagedRows(_ database: Database, newest: Int?) throws -> [Int64] {
        let limit = newest.map { " LIMIT \($0)" } ?? ""
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT * FROM attempts ORDER BY sequence DESC" + limit)
        var damagedRows: [Int64] = []
        while let row = try cursor.next() {
            if (try? AttemptRow(row)) == nil {  // Any reason makes the row a damaged one.
                damagedRows.append(row["sequence"])
            }
        }
        return damagedRows.sorted()
    }

    private func count(
        _ database: Database, version: Int, counting: Bool
    ) throws -> StoreSummary {
        let counted =
            try Int64.fetchOne(
                database, sql: "SELECT value FROM counters WHERE name = 'attempts'") ?? 0
        let last = try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM attempts") ?? 0
        var stored = last == 0 ? 0 : counted
        if counting || counted <= 20_000 {
            stored = try Int64.fetchOne(database, sql: "SELECT count(*) FROM attempts") ?? 0
        }
        let expected = max(counted, noted)
        guard stored >= expected else {
            throw damaged(.answersMissing(stored: stored, expected: expected))
        }
        return StoreSummary(version: version, attempts: stored, lastSequence: last)
    }

    private func readHeader(of url: URL) throws(LearnerStoreError) -> [UInt8] {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw DurableFile.failure(errno, url) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw DurableFile.failure(errno, url) }
        return Array(bytes.prefix(count))
    }

    private func requireKnown(_ version: Int) throws(LearnerStoreError) {
        guard version <= Schema.version else {
            throw .newerVersion(
                path: self.database.path, found: version, supported: Schema.version)
        }
    }

    private func damaged(_ damage: StoreDamage) -> LearnerStoreError {
        .damaged(path: self.database.path, damage)
    }
}

/// What the checks found in a whole record.
struct StoreSummary: Sendable, Hashable {
    let version: Int
    let attempts: Int64
    let lastSequence: Int64
}
