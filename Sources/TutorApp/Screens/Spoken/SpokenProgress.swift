import LearnerModel
import TerminalUI

extension ScreenDrawing {
    /// The progress of a learner, the tab that is open.
    var spokenProgress: [String] {
        guard let figures = model.figures else { return [loading] }
        let tab = model.progress.tab
        let heading =
            say("Progress", "내 진도") + ": "
            + tabNames.enumerated().map { "\($0.offset + 1) \($0.element)" }
            .joined(separator: ", ") + ". "
            + say("Open: ", "열린 것: ") + tabNames[tab.rawValue] + "."
        switch tab {
        case .overview: return [heading] + spokenOverview(figures)
        case .skills: return [heading] + spokenSkills(figures)
        case .history: return [heading] + spokenHistory(figures)
        case .mistakes: return [heading] + spokenMistakes(figures)
        case .trends: return [heading] + spokenTrends(figures)
        }
    }

    private func spokenOverview(_ figures: LearnerFigures) -> [String] {
        let numbers = numberRows(figures).map { "\($0): \($1)." }
        let week = (0..<7).reversed().map { back in
            let day = figures.today - back
            return "\(Weekday(day: day).short(say)) \(figures.figures(of: day).answered)"
        }
        return numbers + [
            say("Problems in the last seven days: ", "지난 일주일에 푼 문제: ")
                + week.joined(separator: ", ") + ".",
            say("Right at once by week, oldest first: ", "주마다 한 번에 맞힌 비율, 오래된 것부터: ")
                + weeks(figures) { week in
                    let answered = week.reduce(0) { $0 + $1.answered }
                    let right = week.reduce(0) { $0 + $1.right }
                    return answered == 0 ? nil : say.percent(Double(right) / Double(answered))
                },
        ]
    }

    /// A figure of each of the last weeks, as many as the span has, at most thirteen.
    private func weeks(
        _ figures: LearnerFigures, _ figure: ([LearnerFigures.Day]) -> String?
    ) -> String {
        let count = min(13, (model.progress.days + 6) / 7)
        let values = (0..<count).reversed().map { back in
            let last = figures.today - 7 * back
            return figure(figures.days.filter { $0.day > last - 7 && $0.day <= last }) ?? "-"
        }
        return values.joined(separator: ", ") + "."
    }

    private func spokenSkills(_ figures: LearnerFigures) -> [String] {
        if let skill = model.progress.resetting { return [resetQuestion(skill)] }
        return rows(figures.skills) { skill in
            let summary = skill.summary
            var parts = figures.preferences.wishes(of: summary).map(wishName)
            parts += [
                say("chance right ", "맞힐 가능성 ") + say.percent(summary.chanceRight),
                masteryName(summary.mastery),
            ]
            if !skill.lastResults.isEmpty {
                let right = skill.lastResults.count { $0 }
                parts.append(
                    say(
                        "\(right) of the last \(skill.lastResults.count) right",
                        "최근 \(skill.lastResults.count)개 중 \(right)개 정답"))
            }
            if let memory = summary.memory {
                parts.append(say("memory ", "기억 ") + say.percent(memory))
            }
            if let days = summary.daysToReview {
                parts.append(say("review ", "복습 ") + say.due(inDays: days))
            }
            if let mistake = skill.mistakes.first {
                parts.append(
                    say("most frequent mistake: ", "가장 잦은 실수: ") + mistakeName(mistake.code))
            }
            return "\(model.name(of: summary.skill)): \(parts.joined(separator: ", "))."
        }
    }

    private func spokenHistory(_ figures: LearnerFigures) -> [String] {
        guard !figures.history.isEmpty else {
            return [say("Nothing answered yet.", "아직 푼 문제가 없어요.")]
        }
        let selected = model.progress.history.index
        if model.progress.isEntryOpen, figures.history.indices.contains(selected) {
            let attempt = figures.history[selected]
            return [attempt.text, resultName(attempt) + "."]
                + entryLines(attempt).map(\.0)
        }
        return rows(figures.history) { attempt in
            let day = shownDay(attempt.moment.localDay, today: figures.today)
            return
                "\(day), \(resultName(attempt)): \(model.name(of: attempt.skill)). \(attempt.text)"
        }
    }

    /// How an attempt ended, in a word.
    private func resultName(_ attempt: Attempt) -> String {
        switch attempt.outcome {
        case .skipped: say("skipped", "건너뜀")
        case .revealed: say("answer shown", "답을 봄")
        case .answered:
            !attempt.counted
                ? say("not counted", "세지 않음")
                : attempt.isRight ? say("right", "맞음") : say("not right", "틀림")
        }
    }

    private func spokenMistakes(_ figures: LearnerFigures) -> [String] {
        guard figures.wrong > 0 else {
            return [say("No wrong answers yet.", "아직 틀린 답이 없어요.")]
        }
        return [explainedSentence(figures)]
            + rows(figures.mistakes) { mistake in
                let name = mistakeName(mistake.code)
                let skill = model.name(of: mistake.skill)
                return say(
                    "\(name): \(mistake.count). Most often in: \(skill).",
                    "\(name): \(mistake.count)번. 가장 자주: \(skill).")
            }
            + figures.confusion.mixups.map(mixupSentence)
    }

    private func spokenTrends(_ figures: LearnerFigures) -> [String] {
        let reviews = figures.forecast.enumerated().filter { $0.element > 0 }
            .map { "\(say.due(inDays: $0.offset)) \($0.element)" }
        return [
            say("Seconds for a right answer", "맞힌 답에 걸린 시간") + ": "
                + (timeChange(figures) ?? "-") + ".",
            say("The same by week, oldest first: ", "주마다, 오래된 것부터: ")
                + weeks(figures) { week in
                    let times = week.compactMap(\.seconds).sorted()
                    return times.isEmpty
                        ? nil : say.duration(seconds: Int(times[times.count / 2]))
                },
            say("Reviews to come: ", "다가오는 복습: ")
                + (reviews.isEmpty ? say("none", "없음") : reviews.joined(separator: ", ")) + ".",
        ]
    }
}
