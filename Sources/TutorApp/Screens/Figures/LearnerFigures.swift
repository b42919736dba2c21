import LearnerModel
import Mathematics
import Tutoring

/// Everything that the screens show of one learner, computed from the record.
struct LearnerFigures: Sendable {
    /// One day on which something was answered.
    struct Day: Sendable, Hashable {
        /// The number of the local day, which begins at four in the morning.
        let day: Int
        var answered = 0
        var right = 0
        /// The middle of the seconds of the right answers, nil where there were none.
        var seconds: Double?
    }

    /// One skill of the list.
    struct Skill: Sendable, Hashable {
        let summary: SkillSummary
        /// The last first tries, oldest first.
        let lastResults: [Bool]
        /// The mistakes that were recognised, most frequent first.
        let mistakes: [Mistake]
    }

    /// A mistake that was recognised.
    struct Mistake: Sendable, Hashable {
        let code: String
        let count: Int
        /// How often in each of the last eight weeks, oldest first.
        let weeks: [Int]
        /// The leaf where it happened most.
        let skill: String
    }

    /// The problem that would come next.
    struct Next: Sendable, Hashable {
        let skill: String
        let english: String
        let korean: String
    }

    let name: String
    /// The local day of today.
    let today: Int
    /// The days with answers, oldest first.
    let days: [Day]
    let streak: Int
    let bestStreak: Int
    /// Seconds per right answer, the middle of the last fifty and of the fifty before.
    let medianSeconds: Int?
    let earlierMedianSeconds: Int?
    let hintsPerProblem: Double
    let dueReviews: Int
    let skills: [Skill]
    let next: Next?
    let mistakes: [Mistake]
    let wrong: Int
    let unexplained: Int
    /// The newest answers, newest first.
    let history: [Attempt]
    /// Reviews that fall due on each of the next fourteen days; those late count today.
    let forecast: [Int]
    /// The model in use, and how many answers came since it was made.
    var model: String?
    var answersSinceModel: Int?
    /// What the learner wishes of the choice of problems.
    var preferences = LearnerPreferences()
    /// How today's problems ended, oldest first.
    var endingsToday: [ProblemResult.Ending] = []
    /// Which calculations the learner takes for one another.
    var confusion = Confusion()

    var answered: Int { days.reduce(0) { $0 + $1.answered } }
    var right: Int { days.reduce(0) { $0 + $1.right } }

    func figures(of day: Int) -> Day { days.last { $0.day == day } ?? Day(day: day) }

    /// The share of right answers in the last so many days, or nil without answers.
    func accuracy(days span: Int) -> Double? {
        let recent = days.filter { $0.day > today - span }
        let answered = recent.reduce(0) { $0 + $1.answered }
        return answered == 0
            ? nil : Double(recent.reduce(0) { $0 + $1.right }) / Double(answered)
    }
}
