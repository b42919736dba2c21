import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Problems

/// What a learner knows, as text, as a table and as JSON.
struct ProgressReport {
    /// One skill that was touched.
    struct Row {
        let name: String
        let summary: SkillSummary
    }

    let learner: String
    let answers: Int
    let right: Int
    let rows: [Row]
    private let language: Language

    init(
        learner: Learner?, store: LearnerStore, skills: SkillGraph, dataDirectory: URL,
        language: Language, now: Moment
    ) throws {
        let curriculum = try Curriculum(
            dataDirectory: dataDirectory, leaves: skills.leaves, templates: [:])
        let preferences = try learner.map { try TutorEnvironment.preferences(of: $0, in: store) }
        let state = try Failure.ofStore { () throws(LearnerStoreError) in
            guard let learner else { return LearnerState() }
            return try store.learnerState(
                of: learner.id, resets: preferences?.resets ?? [], in: curriculum)
        }
        self.language = language
        self.learner = learner?.name ?? LearnerStore.defaultProfile
        rows = curriculum.skills.filter { state.skill($0.id).count > 0 }.map { skill in
            Row(
                name: skills.name(of: skill.id, in: language),
                summary: state.summary(of: skill, at: now))
        }
        answers = rows.reduce(0) { $0 + $1.summary.answers }
        right = rows.reduce(0) { $0 + $1.summary.right }
    }

    var csv: String {
        let heading = "skill,name,mastery,chance,memory,days_to_review,answers,right,hints\r\n"
        return heading
            + rows.map { row in
                let summary = row.summary
                let fields = [
                    summary.skill, row.name, "\(summary.mastery)", number(summary.chanceRight),
                    summary.memory.map(number) ?? "", summary.daysToReview.map(String.init) ?? "",
                    String(summary.answers), String(summary.right), String(summary.hints),
                ]
                return fields.map(quoted).joined(separator: ",") + "\r\n"
            }.joined()
    }

    var json: String {
        let skills = rows.map { row in
            let summary = row.summary
            return """
                {"skill":\(JSONLine.quoted(summary.skill)),"name":\(JSONLine.quoted(row.name)),\
                "mastery":"\(summary.mastery)","chance":\(number(summary.chanceRight)),\
                "memory":\(summary.memory.map(number) ?? "null"),\
                "daysToReview":\(summary.daysToReview.map(String.init) ?? "null"),\
                "answers":\(summary.answers),"right":\(summary.right),"hints":\(summary.hints)}
                """
        }
        return """
            {"learner":\(JSONLine.quoted(learner)),"answers":\(answers),"right":\(right),\
            "skills":[\(skills.joined(separator: ","))]}

            """
    }

    var text: String {
        guard !rows.isEmpty else {
            return language == .korean
                ? "아직 푼 문제가 없어요. mathtutor practice로 시작해요.\n"
                : "No answers yet. Begin with mathtutor practice.\n"
        }
        let percent = answers == 0 ? 0 : right * 100 / answers
        let heading =
            language == .korean
            ? "\(learner): 답 \(answers)개, 처음에 맞힌 것 \(right)개 (\(percent)%)\n"
            : "\(learner): \(EnglishCount.answers(answers)), \(right) right at the first try (\(percent)%)\n"
        return heading + rows.map(line).joined()
    }

    /// Whole sentences, as a screen reader wants them.
    private func line(_ row: Row) -> String {
        let summary = row.summary
        let chance = Int((summary.chanceRight * 100).rounded())
        switch language {
        case .english:
            let review = summary.daysToReview.map { days in
                days <= 0 ? ", review due" : ", review in \(days) \(days == 1 ? "day" : "days")"
            }
            return """
                \(row.name): \(word(summary.mastery)), chance \(chance)%, \(summary.right) of \
                \(summary.answers) right\(review ?? "").

                """
        case .korean:
            let review = summary.daysToReview.map { days in
                days <= 0 ? ", 지금 복습할 때" : ", \(days)일 뒤 복습"
            }
            return """
                \(row.name): \(word(summary.mastery)), 맞힐 확률 \(chance)%, \(summary.answers)개 중 \
                \(summary.right)개 맞음\(review ?? "").

                """
        }
    }

    private func word(_ mastery: MasteryLevel) -> String {
        switch (mastery, language) {
        case (.notStarted, .english): "not started"
        case (.attempted, .english): "attempted"
        case (.familiar, .english): "familiar"
        case (.proficient, .english): "proficient"
        case (.mastered, .english): "mastered"
        case (.notStarted, .korean): "아직 안 함"
        case (.attempted, .korean): "시작함"
        case (.familiar, .korean): "익숙함"
        case (.proficient, .korean): "잘함"
        case (.mastered, .korean): "완전히 익힘"
        }
    }

    private func number(_ value: Double) -> String {
        String((value * 10_000).rounded() / 10_000)
    }

    private func quoted(_ field: String) -> String {
        guard field.contains(where: { "\",\r\n".contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
