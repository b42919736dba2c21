public import Foundation
internal import GRDB

/// Something computed from the attempts, kept only to save time.
public struct CachedState: Sendable, Hashable {
    /// The newest attempt that went into it; later ones must be applied.
    public let builtFrom: Int64
    /// The bytes of the state.
    public let payload: Data
}

extension LearnerStore {
    /// A state that was kept, or nil where there is none that can be trusted; compute it then from
    /// the attempts.
    ///
    /// `kind` names the form of the bytes, so that a changed form is simply not found.
    public func cachedState(
        of learner: String, kind: String
    ) throws(LearnerStoreError) -> CachedState? {
        try reading { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM caches WHERE learner = ? AND kind = ?",
                arguments: [learner, kind])
            guard let row else { return nil }
            let state = CachedState(builtFrom: row["built_from"], payload: row["payload"])
            let last = try Int64.fetchOne(
                database, sql: "SELECT max(sequence) FROM attempts WHERE learner = ?",
                arguments: [learner])
            let isWhole = row["checksum"] == Self.checksum(of: state)
            return isWhole && state.builtFrom <= last ?? 0 ? state : nil
        }
    }

    /// Keeps a state that was computed from the attempts up to `builtFrom`.
    public func keep(
        _ payload: Data, builtFrom: Int64, of learner: String, kind: String
    ) throws(LearnerStoreError) {
        let state = CachedState(builtFrom: builtFrom, payload: payload)
        try writing { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO caches (learner, kind, built_from, payload, checksum)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [learner, kind, builtFrom, payload, Self.checksum(of: state)])
        }
    }

    /// Forgets every computed state; the next use computes it from the attempts.
    public func dropCaches() throws(LearnerStoreError) {
        try writing { try $0.execute(sql: "DELETE FROM caches") }
    }

    private static func checksum(of state: CachedState) -> Int64 {
        var sum = RowChecksum()
        sum.add(state.builtFrom)
        sum.add(bytes: state.payload)
        return Int64(bitPattern: sum.value)
    }
}
