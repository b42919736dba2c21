import Mathematics
import TerminalUI

/// The rows of the start screen, in the order of their digits.
enum HomeRow: Int, Sendable, Hashable, CaseIterable {
    case practice, progress, own, retrain, models, settings, profiles
}

/// The rows of the settings.
enum SettingsRow: Int, Sendable, Hashable, CaseIterable {
    case language, glyphs, theme, mouse, round, pictures, grade
}

extension AppModel {
    mutating func performOnFirstRun(_ command: Command) -> [AppEffect] {
        if isAskingGrade { return performOnGrade(command) }
        switch command {
        case .choose(0): askGrade(.english)
        case .choose(1): askGrade(.korean)
        case .up: language = .english
        case .down: language = .korean
        case .enter: askGrade(language)
        case .simpleLines:
            settings.glyphs =
                settings.glyphs == nil ? .narrow : settings.glyphs == .narrow ? .ascii : nil
        default: break
        }
        return []
    }

    private mutating func askGrade(_ language: Language) {
        self.language = language
        isAskingGrade = true
    }

    private mutating func performOnGrade(_ command: Command) -> [AppEffect] {
        switch command {
        case .choose(let index): settings.grade = index + 1
        case .enter: settings.grade = nil
        case .back:
            isAskingGrade = false
            return []
        default: return []
        }
        isAskingGrade = false
        stack = [.home]
        return [.saveLanguage(language), .save(settings), .loadFigures]
    }

    mutating func performOnHome(_ command: Command) -> [AppEffect] {
        let count = HomeRow.allCases.count
        switch command {
        case .up: home.move(by: -1, count: count)
        case .down: home.move(by: 1, count: count)
        case .enter: return HomeRow(rawValue: home.index).map { openRow($0) } ?? []
        case .choose(let row):
            guard let chosen = HomeRow(rawValue: row) else { return [] }
            home.select(row, count: count)
            return openRow(chosen)
        default: break
        }
        return []
    }

    private mutating func openRow(_ row: HomeRow) -> [AppEffect] {
        switch row {
        case .practice: return openPractice()
        case .progress:
            open(.progress)
            return [.loadFigures]
        case .own:
            open(.own)
            return [.listOwn]
        case .retrain:
            open(.retrain)
            return [.lookAtTraining]
        case .models:
            open(.models)
            return [.listModels]
        case .settings: open(.settings)
        case .profiles:
            open(.profiles)
            return [.listProfiles]
        }
        return []
    }

    mutating func performOnSettings(_ command: Command) -> [AppEffect] {
        let count = SettingsRow.allCases.count
        switch command {
        case .up: settingsRow.move(by: -1, count: count)
        case .down: settingsRow.move(by: 1, count: count)
        case .left: return change(by: -1)
        case .right: return change(by: 1)
        case .back: return goBack()
        default: break
        }
        return []
    }

    private mutating func change(by step: Int) -> [AppEffect] {
        switch SettingsRow(rawValue: settingsRow.index) {
        case .language: return speak(language == .korean ? .english : .korean)
        case .glyphs:
            settings.glyphs = ([nil] + GlyphSet.Kind.allCases).next(settings.glyphs, step)
        case .theme: settings.theme = Theme.allCases.next(settings.theme, step)
        case .mouse: settings.usesMouse.toggle()
        case .round:
            settings.roundLength = ScreenSettings.roundLengths.next(settings.roundLength, step)
        case .pictures:
            settings.pictures = ScreenSettings.Pictures.allCases.next(settings.pictures, step)
        case .grade: settings.grade = ([nil] + (1...9).map { $0 }).next(settings.grade, step)
        case nil: return []
        }
        return [.save(settings), .show(settings.theme, mouse: settings.usesMouse)]
    }

    mutating func performOnProfiles(_ command: Command) -> [AppEffect] {
        if profiles.newName != nil { return performOnNewName(command) }
        let count = profiles.names.count
        switch command {
        case .up: profiles.selection.move(by: -1, count: count)
        case .down: profiles.selection.move(by: 1, count: count)
        case .enter: return openProfile(profiles.selection.index)
        case .choose(let row): return openProfile(row)
        case .new: profiles.newName = TextField(limit: 40)
        case .back: return goBack()
        default: break
        }
        return []
    }

    private mutating func performOnNewName(_ command: Command) -> [AppEffect] {
        switch command {
        case .enter:
            let name = profiles.newName?.text.split(separator: " ").joined(separator: " ") ?? ""
            guard !name.isEmpty else { return [] }
            profiles.newName = nil
            return enter(name)
        case .back: profiles.newName = nil
        default: break
        }
        return []
    }

    private mutating func openProfile(_ row: Int) -> [AppEffect] {
        guard profiles.names.indices.contains(row) else { return [] }
        return enter(profiles.names[row])
    }

    private mutating func enter(_ name: String) -> [AppEffect] {
        stack = [.home]
        figures = nil
        practice = nil
        hasBegunRound = false
        return [.openProfile(name)]
    }
}

extension Array where Element: Equatable {
    /// Returns the element so many places after another, round and round.
    fileprivate func next(_ element: Element, _ step: Int) -> Element {
        guard let index = firstIndex(of: element) else { return element }
        return self[(index + step + count) % count]
    }
}
