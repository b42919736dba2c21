import LearnerModel
import TerminalUI

extension AppModel {
    /// Makes a wish of the selected skill or takes it back; only a reset is asked about.
    mutating func wish(_ wish: SkillWish) -> [AppEffect] {
        guard let figures, progress.tab == .skills,
            figures.skills.indices.contains(progress.skills.index)
        else { return [] }
        let summary = figures.skills[progress.skills.index].summary
        let isInForce = figures.preferences.wishes(of: summary).contains(wish)
        if wish == .reset, !isInForce {
            guard summary.answers > 0 else {
                tell("Nothing was answered here yet.", "아직 푼 문제가 없어요.")
                return []
            }
            progress.resetting = summary.skill
            return []
        }
        return [.wish(wish, skill: summary.skill, isWanted: !isInForce)]
    }

    /// Answers the question whether a skill is to start afresh.
    mutating func answerReset(_ skill: String, _ command: Command) -> [AppEffect] {
        progress.resetting = nil
        return command == .confirm ? [.wish(.reset, skill: skill, isWanted: true)] : []
    }
}
