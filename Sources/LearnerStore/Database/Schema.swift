internal import GRDB

/// The tables, version by version.
enum Schema {
    /// `MthT` in the header marks a file as a record of this program.
    static let applicationID: Int32 = 0x4d74_6854
    /// The version that this program writes.
    static var version: Int { migrations.count }

    /// Each migration is one transaction that ends by naming its version.
    static let migrations: [String] = [versionOne]

    /// Brings a database to the newest version.
    static func migrate(_ queue: DatabaseQueue) throws {
        let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        for number in found..<max(found, version) {
            try queue.write { database in
                try database.execute(sql: migrations[number])
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(number + 1)")
            }
        }
    }

    /// Keeps answers as they are.
    static let protections = """
        CREATE TRIGGER attempts_are_final BEFORE UPDATE ON attempts
        BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
        \(keepTrigger)
        """

    /// Dropped for a moment while a learner is erased.
    static let keepTrigger = """
        CREATE TRIGGER attempts_are_kept BEFORE DELETE ON attempts
        BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
        """

    private static let versionOne = """
        CREATE TABLE learners (
            id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL UNIQUE,
            created INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE attempts (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            learner TEXT NOT NULL REFERENCES learners(id),
            time INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL,
            local_day INTEGER NOT NULL,
            skill TEXT NOT NULL,
            template TEXT NOT NULL,
            level INTEGER NOT NULL,
            seed INTEGER NOT NULL,
            language TEXT NOT NULL,
            text TEXT NOT NULL,
            expected TEXT NOT NULL,
            specification TEXT NOT NULL,
            input TEXT NOT NULL,
            explanation TEXT,
            outcome TEXT NOT NULL,
            verdict TEXT NOT NULL,
            reason TEXT,
            counted INTEGER NOT NULL,
            misconception TEXT,
            hints INTEGER NOT NULL,
            try_number INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            model TEXT NOT NULL,
            purpose TEXT NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX attempts_by_learner ON attempts(learner);
        \(protections)
        CREATE TABLE counters (
            name TEXT PRIMARY KEY NOT NULL,
            value INTEGER NOT NULL
        ) STRICT;
        INSERT INTO counters VALUES ('attempts', 0), ('checked', 0);
        CREATE TABLE settings (
            learner TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (learner, key)
        ) STRICT;
        CREATE TABLE on_screen (
            learner TEXT PRIMARY KEY NOT NULL REFERENCES learners(id),
            attempt TEXT NOT NULL,
            skill TEXT NOT NULL,
            template TEXT NOT NULL,
            level INTEGER NOT NULL,
            seed INTEGER NOT NULL,
            language TEXT NOT NULL,
            distractor INTEGER NOT NULL,
            posed INTEGER NOT NULL,
            hints INTEGER NOT NULL,
            try_number INTEGER NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE TABLE labels (
            id TEXT PRIMARY KEY NOT NULL,
            time INTEGER NOT NULL,
            learner TEXT NOT NULL,
            task TEXT NOT NULL,
            text TEXT NOT NULL,
            label TEXT NOT NULL,
            source TEXT NOT NULL
        ) STRICT;
        CREATE TABLE model_notes (
            id TEXT PRIMARY KEY NOT NULL,
            time INTEGER NOT NULL,
            model TEXT NOT NULL,
            event TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE TABLE caches (
            learner TEXT NOT NULL,
            kind TEXT NOT NULL,
            built_from INTEGER NOT NULL,
            payload BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (learner, kind)
        ) STRICT;
        """
}
