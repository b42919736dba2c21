import LearnerModel
import Mathematics
import TerminalUI
import Tutoring

extension AppModel {
    /// Opens the practice: the one that was left, else a new round.
    mutating func openPractice(skill: String? = nil, template: String? = nil) -> [AppEffect] {
        open(.practice)
        if skill == nil, let practice, practice.flow.phase != .finished { return [] }
        return beginRound(skill: skill, template: template)
    }

    private mutating func beginRound(
        skill: String? = nil, template: String? = nil
    ) -> [AppEffect] {
        var plan = PracticePlan(
            learner: "", language: language, skill: skill, template: template,
            count: settings.roundLength,
            seed: UInt64(bitPattern: now))
        if skill == nil, !hasBegunRound {
            let endings = figures?.endingsToday ?? []
            plan.earlier = endings.suffix(endings.count % settings.roundLength)
            hasBegunRound = true
        }
        practice = PracticeState(flow: PracticeFlow(plan: plan), began: now)
        return practise(.begin)
    }

    /// Gives an action to the session and carries its wishes on.
    mutating func practise(_ action: PracticeAction) -> [AppEffect] {
        guard var practice else { return [] }
        let before = practice.flow.posed
        let buttonsBefore = practice.flow.feedback.map(AppModel.buttons)
        let effects = practice.flow.handle(action, at: now)
        if case .posed = action { practice.startProblem() }
        if before?.tryNumber != practice.flow.posed?.tryNumber { practice.answer.replace(with: "") }
        if let feedback = practice.flow.feedback, AppModel.buttons(below: feedback) != buttonsBefore
        {
            practice.choice = AppModel.usualButton(below: feedback)
            practice.scratch.isOpen = false
        }
        self.practice = practice
        let isOver = practice.flow.phase == .finished
        return effects.map(AppEffect.practice) + (isOver ? [.loadFigures] : [])
    }

    mutating func performOnPractice(_ command: Command) -> [AppEffect] {
        guard let practice else { return command == .back ? goBack() : [] }
        switch practice.flow.phase {
        case .posing(let posed, _):
            return posed.example == nil
                ? performWhilePosing(command) : performOnExample(command)
        case .feedback(_, let feedback): return performOnVerdict(command, feedback)
        case .finished: return performOnSummary(command)
        case .failed:
            if command == .enter { return practise(.retry) }
            return command == .back ? goBack() : []
        case .choosing, .storing:
            return command == .back ? goBack() : []
        }
    }

    private mutating func performOnExample(_ command: Command) -> [AppEffect] {
        switch command {
        case .enter: return practise(.readExample)
        case .skip: return practise(.skip)
        case .back: overlay = .pause(0)
        default: break
        }
        return []
    }

    private mutating func performWhilePosing(_ command: Command) -> [AppEffect] {
        switch command {
        case .enter:
            if practice?.scratch.isOpen == true {
                var mistake: String?
                practice.modify { mistake = $0.scratch.calculate(in: language) }
                notice = mistake.map { Notice(text: $0, isTrouble: true) }
            } else if let text = practice?.answer.text, text.contains(where: { $0 != " " }) {
                return practise(.submit(text))
            } else {
                tell("Type your answer first.", "먼저 답을 써 보세요.")
            }
        case .hint: return practise(.hint)
        case .scratch: practice.modify { $0.scratch.isOpen.toggle() }
        case .skip: return practise(.skip)
        case .pageDown: practice.modify { $0.scroll += 2 }
        case .pageUp: practice.modify { $0.scroll = max(0, $0.scroll - 2) }
        case .back:
            if practice?.scratch.isOpen == true {
                practice.modify { $0.scratch.isOpen = false }
            } else {
                overlay = .pause(0)
            }
        default: break
        }
        return []
    }

    /// The buttons below a verdict, in the order of their digits.
    static func buttons(below feedback: Feedback) -> [PracticeAction] {
        [
            feedback.mayTryAgain ? .tryAgain : .oneLikeThis, .next,
            feedback.isDisputed ? .undoDispute : .dispute,
        ]
    }

    /// The button that Enter takes at first: the second try, else the next problem.
    static func usualButton(below feedback: Feedback) -> Int {
        feedback.mayTryAgain ? 0 : 1
    }

    private mutating func performOnVerdict(
        _ command: Command, _ feedback: Feedback
    ) -> [AppEffect] {
        if practice?.thought != nil { return performOnThought(command) }
        let buttons = AppModel.buttons(below: feedback)
        let selected = min(practice?.choice ?? 0, buttons.count - 1)
        switch command {
        case .right: practice.modify { $0.choice = ($0.choice + 1) % buttons.count }
        case .left:
            practice.modify { $0.choice = ($0.choice + buttons.count - 1) % buttons.count }
        case .enter: return practise(buttons[selected])
        case .choose(let row) where buttons.indices.contains(row): return practise(buttons[row])
        case .explain: return practise(.explain)
        case .newNumbers: return practise(.oneLikeThis)
        case .anotherStory: return practise(.anotherStory)
        case .why where feedback.attempt.outcome == .answered:
            practice.modify { $0.thought = TextField(limit: 400) }
        case .rate(let isRight) where feedback.thinking != nil:
            return practise(.rateThought(isRight: isRight))
        case .rate(let isRight): return practise(.rateReading(isRight: isRight))
        case .back: overlay = .pause(0)
        default: break
        }
        return []
    }

    /// What can be done while the learner says how the answer came about.
    private mutating func performOnThought(_ command: Command) -> [AppEffect] {
        guard command == .enter || command == .back else { return [] }
        let words = practice?.thought?.text ?? ""
        practice.modify { $0.thought = nil }
        return command == .enter ? practise(.reason(words)) : []
    }

    private mutating func performOnSummary(_ command: Command) -> [AppEffect] {
        switch command {
        case .choose(1): return beginRound()
        case .enter, .back:
            practice = nil
            return goBack()
        default: return []
        }
    }

    mutating func performOnPause(_ command: Command, _ row: Int) -> [AppEffect] {
        let choices = PauseChoice.available(in: practice)
        switch command {
        case .up, .left: overlay = .pause(max(0, row - 1))
        case .down, .right: overlay = .pause(min(choices.count - 1, row + 1))
        case .back:
            overlay = nil
            return goBack()
        case .enter: return performOnPause(.choose(row), row)
        case .choose(let index) where choices.indices.contains(index):
            overlay = nil
            return perform(choices[index])
        default: break
        }
        return []
    }

    private mutating func perform(_ choice: PauseChoice) -> [AppEffect] {
        switch choice {
        case .goOn: return []
        case .skip: return practise(.skip)
        case .explain: return practise(.explain)
        case .newNumbers: return practise(.oneLikeThis)
        case .anotherStory: return practise(.anotherStory)
        case .finish: return practise(.quit)
        case .home: return goBack()
        }
    }
}

extension PracticeFlow {
    /// The verdict on the screen, where there is one.
    var feedback: Feedback? {
        if case .feedback(_, let feedback) = phase { feedback } else { nil }
    }
}

/// What can be done while practice is interrupted.
enum PauseChoice: Sendable, Hashable {
    case goOn, skip, newNumbers, anotherStory, explain, finish, home

    /// What makes sense where the session is.
    static func available(in practice: PracticeState?) -> [PauseChoice] {
        if practice?.isTyping == true {
            return [.goOn, .skip, .newNumbers, .anotherStory, .explain, .finish, .home]
        }
        return [.goOn, .finish, .home]
    }
}

extension PracticeState {
    /// A new problem: everything that belongs to the one before is gone.
    fileprivate mutating func startProblem() {
        answer.replace(with: "")
        scratch = Scratch()
        thought = nil
        choice = 0
        scroll = 0
    }
}
