internal import GRDB

/// What a person said about a text, for training the classifier further.
public struct Label: Sendable, Hashable {
    /// A unique identifier; repeating it changes nothing.
    public var id: String
    /// When it was given, in milliseconds since 1970.
    public var time: Int64
    /// The identifier of the learner.
    public var learner: String
    /// What is labelled, such as `skill` or `grade`.
    public var task: String
    /// The text.
    public var text: String
    /// What it was said to be.
    public var label: String
    /// Who said it, such as `learner` or `checker`.
    public var source: String

    /// Creates a label from its parts.
    public init(
        id: String, time: Int64, learner: String, task: String, text: String, label: String,
        source: String
    ) {
        self.id = id
        self.time = time
        self.learner = learner
        self.task = task
        self.text = text
        self.label = label
        self.source = source
    }
}

/// Something that happened to a model: it was trained, promoted, refused or chosen.
public struct ModelNote: Sendable, Hashable {
    /// A unique identifier; repeating it changes nothing.
    public var id: String
    /// When it happened, in milliseconds since 1970.
    public var time: Int64
    /// The identifier of the model.
    public var model: String
    /// What happened, such as `promoted`.
    public var event: String
    /// Figures and reasons, as text of the writer's own form.
    public var detail: String

    /// Creates a note from its parts.
    public init(id: String, time: Int64, model: String, event: String, detail: String) {
        self.id = id
        self.time = time
        self.model = model
        self.event = event
        self.detail = detail
    }
}

extension LearnerStore {
    /// Stores a label.
    public func add(_ label: Label) throws(LearnerStoreError) {
        try writing { database in _ = try Self.insert(label, into: database) }
    }

    /// The labels of a task, or of all, oldest first.
    public func labels(task: String? = nil) throws(LearnerStoreError) -> [Label] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM labels WHERE ?1 IS NULL OR task = ?1 ORDER BY time, id",
                arguments: [task]
            ).map(Label.init)
        }
    }

    /// Stores what happened to a model.
    public func add(_ note: ModelNote) throws(LearnerStoreError) {
        try writing { database in _ = try Self.insert(note, into: database) }
    }

    /// What happened to the models, oldest first.
    public func modelNotes() throws(LearnerStoreError) -> [ModelNote] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT * FROM model_notes ORDER BY time, id")
                .map(ModelNote.init)
        }
    }

    /// The value of a setting; an empty learner means the settings of the machine.
    public func setting(_ key: String, of learner: String = "") throws(LearnerStoreError) -> String?
    {
        try reading { database in
            try String.fetchOne(
                database, sql: "SELECT value FROM settings WHERE learner = ? AND key = ?",
                arguments: [learner, key])
        }
    }

    /// Every setting of a learner.
    public func settings(of learner: String = "") throws(LearnerStoreError) -> [String: String] {
        try reading { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT key, value FROM settings WHERE learner = ?",
                arguments: [learner])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"], $0["value"]) })
        }
    }

    /// Sets or, with nil, removes a setting.
    public func set(
        _ key: String, to value: String?, of learner: String = ""
    ) throws(LearnerStoreError) {
        try writing { database in
            guard let value else {
                return try database.execute(
                    sql: "DELETE FROM settings WHERE learner = ? AND key = ?",
                    arguments: [learner, key])
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO settings (learner, key, value) VALUES (?, ?, ?)",
                arguments: [learner, key, value])
        }
    }

    static func insert(_ label: Label, into database: Database) throws -> Bool {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO labels (id, time, learner, task, text, label, source)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                label.id, label.time, label.learner, label.task, label.text, label.label,
                label.source,
            ])
        return database.changesCount == 1
    }

    static func insert(_ note: ModelNote, into database: Database) throws -> Bool {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO model_notes (id, time, model, event, detail)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [note.id, note.time, note.model, note.event, note.detail])
        return database.changesCount == 1
    }
}

extension Label {
    init(_ row: Row) {
        self.init(
            id: row["id"], time: row["time"], learner: row["learner"], task: row["task"],
            text: row["text"], label: row["label"], source: row["source"])
    }
}

extension ModelNote {
    init(_ row: Row) {
        self.init(
            id: row["id"], time: row["time"], model: row["model"], event: row["event"],
            detail: row["detail"])
    }
}
