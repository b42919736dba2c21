import TerminalUI

extension AppModel {
    /// The text of the learner's own problem changed: the model reads it again.
    mutating func ownTextChanged() -> [AppEffect] {
        own.sequence += 1
        own.labelled = nil
        own.variation = nil
        own.expression.replace(with: "")
        own.pinned = []
        own.fault = nil
        guard own.text.text.contains(where: { $0 != " " }) else {
            own.reading = nil
            return []
        }
        return [.read(own.text.text, sequence: own.sequence)]
    }

    mutating func performOnOwn(_ command: Command) -> [AppEffect] {
        switch own.stage {
        case .typing: performWhileTyping(command)
        case .kinds: performOnKinds(command)
        case .solving: performOnSolving(command)
        case .preview: performOnPreview(command)
        case .kept: performOnKept(command)
        }
    }

    private mutating func performWhileTyping(_ command: Command) -> [AppEffect] {
        switch command {
        case .nextTab, .enter:
            if let reading = own.reading {
                own.stage = .kinds
                let concern = OwnText.concern(own.text.text, numbers: reading.numbers)
                if let concern { tell(concern.english, concern.korean) }
            } else if own.text.text.allSatisfy(\.isWhitespace) {
                if own.kept?.isEmpty == false {
                    own.stage = .kept
                } else {
                    tell("Type a word problem first.", "먼저 문장제를 써 보세요.")
                }
            } else {
                tell("One moment: the text is being read.", "잠깐만요. 글을 읽고 있어요.")
            }
        case .clear:
            own.text.replace(with: "")
            return ownTextChanged()
        case .back: return goBack()
        default: break
        }
        return []
    }

    private mutating func performOnKinds(_ command: Command) -> [AppEffect] {
        let kinds = own.reading?.top ?? []
        switch command {
        case .nextTab, .back: own.stage = .typing
        case .up: own.row.move(by: -1, count: kinds.count)
        case .down: own.row.move(by: 1, count: kinds.count)
        case .enter: return label(kinds, at: own.row.index)
        case .choose(let index): return label(kinds, at: index)
        default: break
        }
        return []
    }

    /// Keeps the kind as a label and asks how the problem is solved.
    private mutating func label(_ kinds: [OwnReading.Ranked], at index: Int) -> [AppEffect] {
        guard kinds.indices.contains(index) else { return [] }
        let isNew = own.labelled != kinds[index].skill
        own.labelled = kinds[index].skill
        own.stage = .solving
        if own.expression.text.isEmpty {
            own.expression.replace(with: own.proposedExpression(for: kinds[index].skill))
        }
        return isNew ? [.label(text: own.text.text, skill: kinds[index].skill)] : []
    }

    private mutating func performOnSolving(_ command: Command) -> [AppEffect] {
        switch command {
        case .enter:
            guard own.expression.text.contains(where: { $0 != " " }) else {
                tell("Write the calculation first.", "먼저 식을 써 보세요.")
                return []
            }
            return vary()
        case .clear: own.expression.replace(with: "")
        case .nextTab, .back: own.stage = .kinds
        default: break
        }
        return []
    }

    private mutating func vary() -> [AppEffect] {
        own.sequence += 1
        own.fault = nil
        return [.vary(own.request, sequence: own.sequence)]
    }

    private mutating func performOnPreview(_ command: Command) -> [AppEffect] {
        switch command {
        case .choose(let index):
            guard let numbers = own.variation?.numbers, numbers.indices.contains(index) else {
                return []
            }
            own.pinned.formSymmetricDifference([numbers[index]])
            return vary()
        case .new:
            own.seed += 1
            return vary()
        case .enter:
            guard own.fault == nil, let skill = own.labelled else { return [] }
            return [.keepOwn(own.request, skill: skill)]
        case .back: own.stage = .solving
        default: break
        }
        return []
    }

    private mutating func performOnKept(_ command: Command) -> [AppEffect] {
        let kept = own.kept ?? []
        let selected = kept.indices.contains(own.keptRow.index) ? kept[own.keptRow.index] : nil
        if let deleting = own.deleting {
            own.deleting = nil
            return command == .confirm ? [.deleteOwn(deleting)] : []
        }
        switch command {
        case .back, .nextTab: own.stage = .typing
        case .enter:
            guard let selected else { return [] }
            return openPractice(skill: selected.skill, template: selected.id)
        case .delete: own.deleting = selected?.id
        default: own.keptRow.perform(command, count: kept.count)
        }
        return []
    }

    /// Takes what came of a question about the learner's own problem.
    mutating func takeOwn(_ variation: OwnVariation?, _ fault: OwnFault?, sequence: Int) {
        guard sequence == own.sequence else { return }
        own.fault = fault
        if let variation {
            own.variation = variation
            own.stage = .preview
        }
    }

    /// Takes the list of kept problems; where one was just kept, the screen begins anew.
    mutating func takeKept(_ kept: [KeptProblem], isNew: Bool) {
        let sequence = own.sequence + 1
        if isNew {
            own = OwnProblemState()
            own.sequence = sequence
        }
        own.kept = kept
        if kept.isEmpty, own.stage == .kept { own.stage = .typing }
        own.keptRow.move(by: 0, count: kept.count)
    }

    mutating func tell(_ english: String, _ korean: String) {
        notice = Notice(text: Speech(language)(english, korean), isTrouble: false)
    }
}
