import Mathematics

/// Picks one of two wordings; every sentence of the screens stands in both languages at its place.
struct Speech: Sendable, Hashable {
    let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// Returns the wording in the language in force.
    func callAsFunction(_ english: String, _ korean: String) -> String {
        language == .korean ? korean : english
    }

    /// Returns a share as people read it, such as `67 %`.
    func percent(_ share: Double) -> String {
        share.isFinite ? "\(Int((min(1, max(0, share)) * 100).rounded())) %" : "-"
    }

    /// Returns a number of problems with its noun.
    func problems(_ count: Int) -> String {
        self(count == 1 ? "1 problem" : "\(count) problems", "\(count)문제")
    }

    /// Returns a time span in the two largest units that it has.
    func duration(seconds: Int) -> String {
        let minutes = seconds / 60
        if minutes >= 60 {
            return self(
                "\(minutes / 60) h \(minutes % 60) min", "\(minutes / 60)시간 \(minutes % 60)분")
        }
        if minutes > 0 {
            return self("\(minutes) m \(seconds % 60) s", "\(minutes)분 \(seconds % 60)초")
        }
        return self("\(seconds) s", "\(seconds)초")
    }

    /// Returns when something is due, by days from today.
    func due(inDays days: Int) -> String {
        switch days {
        case ..<0: self("\(-days) d late", "\(-days)일 지남")
        case 0: self("today", "오늘")
        case 1: self("tomorrow", "내일")
        default: self("in \(days) days", "\(days)일 뒤")
        }
    }
}
