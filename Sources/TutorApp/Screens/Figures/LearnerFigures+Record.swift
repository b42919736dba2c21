import LearnerModel
import Mathematics

extension LearnerFigures {
    /// The least answers that make a day count for the streak.
    static let activeDay = 5

    /// Computes the figures of a learner from the attempts, oldest first.
    ///
    /// `summaries` are those of the skills that can be practised, in the order of the list.
    init(
        name: String, attempts: [Attempt], summaries: [SkillSummary], next: Next?, now: Moment
    ) {
        let counted = attempts.filter(\.isFirstTry)
        let answersBySkill = Dictionary(grouping: counted, by: \.skill)
        let wrongs = attempts.filter { $0.outcome == .answered && $0.counted && !$0.isRight }
        let wrongsBySkill = Dictionary(grouping: wrongs, by: \.skill)
        let today = now.localDay

        self.name = name
        self.today = today
        self.next = next
        days = LearnerFigures.days(of: counted)
        let active = days.filter { $0.answered >= LearnerFigures.activeDay }.map(\.day)
        (streak, bestStreak) = LearnerFigures.streaks(active, today: today)
        let times = counted.filter(\.isRight).map { min($0.milliseconds, 600_000) }
        medianSeconds = LearnerFigures.median(times.suffix(50)).map { $0 / 1000 }
        earlierMedianSeconds = LearnerFigures.median(times.dropLast(50).suffix(50))
            .map { $0 / 1000 }
        hintsPerProblem =
            counted.isEmpty
            ? 0 : Double(counted.reduce(0) { $0 + $1.hints }) / Double(counted.count)
        dueReviews = summaries.count { ($0.daysToReview ?? 1) <= 0 }
        forecast = (0..<14).map { day in
            summaries.count { $0.daysToReview.map { max(0, $0) } == day }
        }
        skills = summaries.map { summary in
            Skill(
                summary: summary,
                lastResults: (answersBySkill[summary.skill] ?? []).suffix(7).map(\.isRightAtOnce),
                mistakes: LearnerFigures.mistakes(in: wrongsBySkill[summary.skill] ?? [], today))
        }
        mistakes = LearnerFigures.mistakes(in: wrongs, today)
        wrong = wrongs.count
        unexplained = wrongs.count { $0.misconception == nil }
        history = Array(attempts.suffix(500).reversed())
    }

    private static func days(of attempts: [Attempt]) -> [Day] {
        var days: [Int: Day] = [:]
        for attempt in attempts {
            let number = attempt.moment.localDay
            days[number, default: Day(day: number)].answered += 1
            if attempt.isRightAtOnce { days[number]?.right += 1 }
        }
        let right = Dictionary(grouping: attempts.filter(\.isRight), by: \.moment.localDay)
        for (number, attempts) in right {
            let times = attempts.map { min($0.milliseconds, 600_000) }
            days[number]?.seconds = median(times).map { Double($0) / 1000 }
        }
        return days.values.sorted { $0.day < $1.day }
    }

    /// Returns the streak that lasts until today or yesterday, and the longest there was.
    private static func streaks(_ active: [Int], today: Int) -> (Int, Int) {
        var best = 0
        var run = 0
        var previous = Int.min
        for day in active {
            run = previous != .min && day == previous + 1 ? run + 1 : 1
            best = max(best, run)
            previous = day
        }
        return (previous >= today - 1 ? run : 0, best)
    }

    private static func median(_ times: some Collection<Int>) -> Int? {
        times.isEmpty ? nil : times.sorted()[times.count / 2]
    }

    private static func mistakes(in wrongs: [Attempt], _ today: Int) -> [Mistake] {
        let named = wrongs.filter { $0.misconception != nil }
        let groups = Dictionary(grouping: named) { $0.misconception ?? "" }
        let mistakes = groups.map { code, attempts in
            var weeks = Array(repeating: 0, count: 8)
            for attempt in attempts {
                let week = 7 - (today - attempt.moment.localDay) / 7
                if weeks.indices.contains(week) { weeks[week] += 1 }
            }
            let skills = Dictionary(grouping: attempts, by: \.skill)
            let most = skills.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
            return Mistake(
                code: code, count: attempts.count, weeks: weeks, skill: most?.key ?? "")
        }
        return mistakes.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }
}

extension Attempt {
    /// Whether the attempt is a first answer that counts.
    var isFirstTry: Bool { outcome == .answered && counted && tryNumber == 1 }
    /// Whether the answer is right.
    var isRight: Bool { verdict == .correct }
    /// Whether the answer is right at the first try and without a hint.
    var isRightAtOnce: Bool { isRight && hints == 0 && tryNumber == 1 }
}
