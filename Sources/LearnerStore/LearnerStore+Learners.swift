internal import GRDB

/// One learner of the record: a profile.
public struct Learner: Sendable, Hashable {
    /// The identifier that attempts carry.
    public let id: String
    /// The name that is shown and given on the command line.
    public let name: String
    /// When the profile was made, in milliseconds since 1970.
    public let created: Int64
}

extension LearnerStore {
    /// The name of the profile that is used where none is named.
    public static let defaultProfile = "default"

    /// The profiles, in the order in which they were made.
    public func learners() throws(LearnerStoreError) -> [Learner] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT * FROM learners ORDER BY created, id")
                .map(Learner.init)
        }
    }

    /// The profile with a name, or nil.
    public func learner(named name: String) throws(LearnerStoreError) -> Learner? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM learners WHERE name = ?", arguments: [name]
            ).map(Learner.init)
        }
    }

    /// The profile with a name, made where it is missing; its identifier is then its name.
    public func learner(
        named name: String, creatingAt now: Int64
    ) throws(LearnerStoreError) -> Learner {
        if let known = try learner(named: name) { return known }
        try Self.requireName(name)
        return try writing { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO learners (id, name, created) VALUES (?, ?, ?)",
                arguments: [name, name, now])
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM learners WHERE name = ?", arguments: [name])
            guard let row else { throw LearnerStoreError.identifierTaken(name) }
            return Learner(row)
        }
    }

    /// Gives a profile another name; its answers stay its own.
    public func rename(
        learner id: String, to name: String
    ) throws(LearnerStoreError) {
        try Self.requireName(name)
        try writing { database in
            let taken = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM learners WHERE name = ? AND id <> ?",
                arguments: [name, id])
            guard taken == 0 else { throw LearnerStoreError.identifierTaken(name) }
            try database.execute(
                sql: "UPDATE learners SET name = ? WHERE id = ?", arguments: [name, id])
            guard database.changesCount == 1 else { throw LearnerStoreError.unknownLearner(id) }
        }
    }

    /// Refuses names that are empty, long or could disturb a terminal.
    static func requireName(_ name: String) throws(LearnerStoreError) {
        let isPlain = name.unicodeScalars.allSatisfy {
            !$0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .control
        }
        guard isPlain, !name.allSatisfy(\.isWhitespace), (1...64).contains(name.utf8.count) else {
            throw .invalid("a name has 1 to 64 bytes and no control characters")
        }
    }
}

extension Learner {
    init(_ row: Row) {
        self.init(id: row["id"], name: row["name"], created: row["created"])
    }
}
