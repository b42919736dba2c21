/// What can go wrong with the record, with the facts that a message needs.
public enum LearnerStoreError: Error, Sendable, Hashable {
    /// The file at the path is not, or no longer, a whole record; it was left as it was.
    case damaged(path: String, StoreDamage)
    /// The file was written by a newer version of the program; it was left as it was.
    case newerVersion(path: String, found: Int, supported: Int)
    /// Another process has the record open for writing.
    case inUse(process: Int32, since: Int64)
    /// The folder or file cannot be made or written.
    case unwritable(path: String, reason: String)
    /// The record was opened for viewing only.
    case viewOnly
    /// The disk is full; nothing of this change was stored.
    case diskFull(path: String)
    /// The disk reported an error; nothing of this change is known to be stored.
    case inputOutput(path: String, detail: String)
    /// The file was moved, replaced or deleted while open; the answer went to the rescue file.
    case movedAway(path: String, rescue: String?)
    /// No learner has this identifier or name.
    case unknownLearner(String)
    /// Another attempt is stored under the same identifier.
    case identifierTaken(String)
    /// A value from outside may not be stored; the sentence says why.
    case invalid(String)
    /// A file could not be imported, with the first problems by line; nothing was stored.
    case importRefused([ImportProblem])
    /// SQLite refused in a way that none of the other cases describes.
    case database(String)

    /// The exit code of the command line for this error.
    public var exitCode: Int32 {
        switch self {
        case .damaged, .newerVersion: 3
        case .unwritable, .viewOnly, .diskFull, .inputOutput, .movedAway: 4
        default: 1
        }
    }
}

/// What was found wrong with a file that should hold the record.
public enum StoreDamage: Sendable, Hashable {
    /// The file has no bytes.
    case empty
    /// The path is a folder, a link, a pipe or a device.
    case notAFile
    /// The file is something else: text, another program's database, garbage.
    case foreign
    /// SQLite finds the structure broken; its first finding.
    case structure(String)
    /// Answers whose checksum does not fit, by sequence number.
    case rows([Int64])
    /// Fewer answers than were once on disk, as when the write-ahead log was deleted.
    case answersMissing(stored: Int64, expected: Int64)
    /// No file, although backups or remains show that there was one.
    case missing
}

/// One line of a file that cannot be imported.
public struct ImportProblem: Sendable, Hashable {
    /// The number of the line, from 1.
    public let line: Int
    /// What is wrong with it.
    public let reason: String

    /// Creates a problem from its line and reason.
    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}
