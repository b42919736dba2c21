import TerminalUI

/// Says in whole sentences what a screen shows, for a screen reader or a pipe.
///
/// Practice speaks for itself and is not among them.
func spoken(_ model: AppModel) -> [String] {
    ScreenDrawing(model).sentences
}

extension ScreenDrawing {
    fileprivate var sentences: [String] {
        switch model.screen {
        case .firstRun, .home, .practice: []
        case .progress: spokenProgress
        case .retrain: spokenRetrain
        case .models: spokenModels
        case .own: spokenOwn
        case .settings: spokenSettings
        case .profiles: spokenProfiles
        }
    }

    private var spokenSettings: [String] {
        rows(SettingsRow.allCases) { row in
            let (name, value) = setting(row)
            return "\(name): \(value)."
        }
    }

    private var spokenProfiles: [String] {
        guard model.profiles.newName == nil else {
            return [say("Name of the new learner:", "새로 배우는 사람의 이름:")]
        }
        return rows(model.profiles.names) { profileName($0) + "." }
    }

    /// The rows of a list around the selected one, each with its number, and which one is chosen.
    func rows<Row>(_ all: [Row], _ sentence: (Row) -> String) -> [String] {
        guard let list = model.list, list.count > 0 else { return [] }
        let page = list.selected / 10 * 10..<min(list.selected / 10 * 10 + 10, all.count)
        var lines = page.map { "\($0 + 1) \(sentence(all[$0]))" }
        if all.count > 10 {
            lines.append(
                say(
                    "Rows \(page.lowerBound + 1) to \(page.upperBound) of \(all.count).",
                    "\(all.count)줄 가운데 \(page.lowerBound + 1)부터 \(page.upperBound)까지예요."))
        }
        if all.indices.contains(list.selected) {
            lines.append(
                say("Chosen: row \(list.selected + 1).", "고른 것: \(list.selected + 1)번."))
        }
        return lines
    }

    /// A share of right answers as it is read aloud.
    func optionalPercent(_ share: Double?) -> String { share.map(say.percent) ?? "-" }
}

extension AppModel {
    /// The list on the screen: which row is selected and how many there are.
    var list: (selected: Int, count: Int)? {
        switch screen {
        case .progress: progressList
        case .retrain where retrain.training == nil: (retrain.row.index, retrain.rows.count)
        case .models where models.deleting == nil:
            models.learned.map { (models.learnedRow.index, $0.labels.count) }
                ?? (models.selection.index, models.models?.count ?? 0)
        case .own where own.stage == .kinds: (own.row.index, own.reading?.top.count ?? 0)
        case .own where own.stage == .kept && own.deleting == nil:
            (own.keptRow.index, own.kept?.count ?? 0)
        case .settings: (settingsRow.index, SettingsRow.allCases.count)
        case .profiles where profiles.newName == nil:
            (profiles.selection.index, profiles.names.count)
        default: nil
        }
    }

    private var progressList: (selected: Int, count: Int)? {
        guard let figures, !progress.isEntryOpen else { return nil }
        return switch progress.tab {
        case .overview, .trends: nil
        case .skills: (progress.skills.index, figures.skills.count)
        case .history: (progress.history.index, figures.history.count)
        case .mistakes: (progress.mistakes.index, figures.mistakes.count)
        }
    }
}
