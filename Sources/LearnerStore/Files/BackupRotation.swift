import Foundation

/// Which copies are kept: all of two days, then one a day, a week and a month for about a year.
public enum BackupRotation {
    private static let day: Int64 = 86_400_000
    /// Copies kept of distinct days, weeks and months beyond the first two days.
    private static let kept = (daily: 12, weekly: 10, monthly: 9)

    /// The copies that may go.
    ///
    /// The newest and the one with the most answers always stay. Only the order and the distances of the times matter, so a clock that jumped cannot make
    /// every copy look old.
    public static func superseded(
        _ backups: [StoreBackups.Backup], now: Int64
    ) -> [StoreBackups.Backup] {
        let ordered = backups.sorted { ($0.time, $0.url.path) > ($1.time, $1.url.path) }
        let fullest = backups.max { ($0.attempts, $0.time) < ($1.attempts, $1.time) }
        var keeping: Set<StoreBackups.Backup> = Set([ordered.first, fullest].compactMap(\.self))
        let reference = max(now, ordered.first?.time ?? now)
        var older: [StoreBackups.Backup] = []
        for backup in ordered {
            let isRecent = reference - backup.time < 2 * day || abs(now - backup.time) < 2 * day
            if isRecent { keeping.insert(backup) } else { older.append(backup) }
        }
        older = keep(kept.daily, of: older, in: &keeping) { $0.time / day }
        older = keep(kept.weekly, of: older, in: &keeping) { $0.time / (7 * day) }
        _ = keep(kept.monthly, of: older, in: &keeping) { $0.time / (30 * day) }
        return ordered.filter { !keeping.contains($0) }
    }

    /// Keeps the newest of each period, up to a number of periods; returns what lies beyond them.
    private static func keep(
        _ periods: Int, of backups: [StoreBackups.Backup],
        in keeping: inout Set<StoreBackups.Backup>, period: (StoreBackups.Backup) -> Int64
    ) -> [StoreBackups.Backup] {
        var seen: [Int64] = []
        for (position, backup) in backups.enumerated() {
            let current = period(backup)
            if seen.last == current { continue }
            guard seen.count < periods else { return Array(backups[position...]) }
            seen.append(current)
            keeping.insert(backup)
        }
        return []
    }
}
