import LearnerModel
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems
import Tutoring

/// Drives a practice session by lines: prints problems, reads answers and words, prints results.
struct PlainPractice {
    /// How a session of lines ended.
    enum Ending: Equatable {
        case finished, back, quit, endOfInput
    }

    private var flow: PracticeFlow
    private let session: TutorSession
    private let clock: WallClock
    private let phrases: PlainPhrases
    /// Whether events for programs are printed instead of sentences.
    private let isJSON: Bool
    /// The sentences about the thinking behind an answer.
    private let thoughts: GradeFeedback
    /// Whether an answer that does not count was just met and the choice comes next.
    private var isChoosing = false

    init(
        plan: PracticePlan, session: TutorSession, clock: WallClock, isJSON: Bool = false,
        thoughts: GradeFeedback = GradeFeedback(catalogue: nil)
    ) {
        self.thoughts = thoughts
        self.isJSON = isJSON
        flow = PracticeFlow(plan: plan)
        self.session = session
        self.clock = clock
        phrases = PlainPhrases(language: plan.language)
    }

    /// Runs the session until it is over or the input ends.
    mutating func run(_ input: inout LineReader) throws -> Ending {
        try act(.begin)
        while flow.phase != .finished {
            guard let line = input.next() else { return try end(.endOfInput) }
            if let word = PlainWord(line) {
                if let ending = try obey(word) { return try end(ending) }
                continue
            }
            if let calculation = PlainWord.calculation(line) {
                try say([phrases.calculated(calculation)])
                continue
            }
            switch flow.phase {
            case .posing(_, let uncounted):
                if isChoosing, let uncounted {
                    try chooseAfterUncounted(line, uncounted)
                } else {
                    try act(.submit(line))
                }
            case .feedback(_, let feedback): try choose(line, feedback)
            case .failed: try retry(line)
            case .choosing, .storing, .finished: break
            }
        }
        return try end(.finished)
    }

    /// Lets the flow take an action, tells the learner, and performs what the flow asks for.
    private mutating func act(_ action: PracticeAction) throws {
        let before = flow.posed?.problem
        let effects = flow.handle(action, at: clock.milliseconds())
        switch action {
        case .recorded(let feedback): try announce(feedback, of: before)
        case .posed(let posed):
            try announce(posed)
            // Lines stay on the screen: the example is read as soon as it is printed.
            try act(.readExample)
        case .understood(let thinking): try announce(thinking)
        case .failed(let error): try announce(error)
        default: break
        }
        for effect in effects {
            if let answer = session.perform(effect, now: clock.moment()) { try act(answer) }
        }
    }

    private mutating func obey(_ word: PlainWord) throws -> Ending? {
        switch word {
        case .back: return .back
        case .quit: return .quit
        case .help: try say(phrases.help)
        case .hint: try hint()
        case .skip: try proceed()
        case .explain: try explain()
        }
        return nil
    }

    private mutating func hint() throws {
        if case .feedback(_, let feedback) = flow.phase {
            guard feedback.mayTryAgain else { return try ask(phrases.choices(feedback)) }
            try act(.tryAgain)
        }
        guard let before = flow.posed else { return }
        isChoosing = false
        try act(.hint)
        if let posed = flow.posed, posed.hintsShown > before.hintsShown {
            if isJSON { return try StandardOutput.line(PracticeEventJSON.hint(posed)) }
            try say(phrases.hint(posed))
        } else {
            try say([phrases.noMoreHints])
        }
        try ask(phrases.prompt)
    }

    private mutating func explain() throws {
        guard case .feedback(let posed, let feedback) = flow.phase else {
            return try act(.explain)
        }
        try act(.explain)
        if isJSON { return try StandardOutput.line(PracticeEventJSON.answer(of: posed.problem)) }
        let answer = feedback.isAnswerShown ? [] : [phrases.answerSentence(posed.problem)]
        try say(answer + phrases.steps(of: posed.problem, typed: feedback.attempt.input))
        try sayChoices()
    }

    private mutating func choose(_ line: String, _ feedback: Feedback) throws {
        switch line.trimmed {
        case "1":
            guard feedback.mayTryAgain else { return try act(.oneLikeThis) }
            try act(.tryAgain)
            try ask(phrases.prompt)
        case "2": try proceed()
        case "3": try dispute(feedback)
        case "4" where !feedback.mayTryAgain: try act(.anotherStory)
        default:
            // Several words after a wrong answer are how the learner thought.
            guard phrases.mayExplain(feedback), line.split(separator: " ").count > 1 else {
                return try say([phrases.notChoice])
            }
            try act(.reason(line))
        }
    }

    private mutating func chooseAfterUncounted(_ line: String, _ feedback: Feedback) throws {
        switch line.trimmed {
        case "1":
            isChoosing = false
            try ask(phrases.prompt)
        case "2": try proceed()
        case "3": try dispute(feedback)
        case "": try ask(phrases.choices(feedback))
        default: try act(.submit(line))
        }
    }

    private mutating func dispute(_ feedback: Feedback) throws {
        try act(feedback.isDisputed ? .undoDispute : .dispute)
        try say([phrases.disputed(!feedback.isDisputed)])
        try sayChoices()
    }

    /// Goes on to the next problem; an answer that was still to be found is shown first.
    private mutating func proceed() throws {
        isChoosing = false
        if case .feedback(let posed, let feedback) = flow.phase, feedback.mayTryAgain {
            try showAnswer(of: posed.problem, after: feedback)
        }
        try act(.next)
    }

    private mutating func retry(_ line: String) throws {
        if ["retry", "r", "다시"].contains(line.trimmed.lowercased()) { try act(.retry) }
    }

    /// A session that could not go on ends with the code of its failure.
    private func end(_ ending: Ending) throws -> Ending {
        if case .failed(let error) = flow.phase { throw Failure(error) }
        if isJSON {
            try StandardOutput.line(PracticeEventJSON.summary(flow.summary))
            return ending
        }
        try say(
            phrases.summary(flow.summary) { [session, phrases] skill in
                session.bank.skills.name(of: skill, in: phrases.language)
            })
        return ending
    }
}

extension PlainPractice {
    private mutating func announce(_ posed: PosedProblem) throws {
        isChoosing = false
        if isJSON {
            return try StandardOutput.line(
                PracticeEventJSON.problem(posed, number: flow.problemNumber, of: flow.plan.count))
        }
        let kind = session.bank.skills.name(of: posed.problem.skill, in: phrases.language)
        try say(
            phrases.heading(posed, number: flow.problemNumber, of: flow.plan.count, kind: kind))
        try ask(phrases.prompt)
    }

    private mutating func announce(_ feedback: Feedback, of problem: Problem?) throws {
        guard let problem else { return }
        isChoosing = phrases.isUncounted(feedback)
        if isJSON {
            return try StandardOutput.line(PracticeEventJSON.result(feedback, of: problem))
        }
        try say(
            [phrases.result(feedback, of: problem)]
                + phrases.explanation(feedback, of: problem))
        if feedback.attempt.outcome != .skipped { try ask(phrases.choices(feedback)) }
    }

    private func announce(_ thinking: ThinkingGrader.Thinking) throws {
        guard case .feedback(_, let feedback) = flow.phase else { return }
        let sentence = thoughts.sentence(
            on: thinking, verdict: feedback.verdict.verdictClass, language: phrases.language)
        if isJSON {
            return try StandardOutput.line(PracticeEventJSON.thinking(thinking, sentence))
        }
        try say([phrases.thinking(sentence)])
        try ask(phrases.choices(feedback))
    }

    private func announce(_ error: TutoringError) throws {
        try say(phrases.unsaved(Failure(error).message(in: phrases.language)))
    }

    private func sayChoices() throws {
        switch flow.phase {
        case .feedback(_, let feedback): try ask(phrases.choices(feedback))
        case .posing(_, let uncounted?): try ask(phrases.choices(uncounted))
        default: break
        }
    }

    private func showAnswer(of problem: Problem, after feedback: Feedback) throws {
        if isJSON { return try StandardOutput.line(PracticeEventJSON.answer(of: problem)) }
        try say(
            [phrases.answerSentence(problem)]
                + phrases.steps(of: problem, typed: feedback.attempt.input))
    }

    /// Prints lines at once.
    private func say(_ lines: [String]) throws {
        for line in lines {
            let text = SpokenText.line(line)
            try StandardOutput.line(isJSON ? PracticeEventJSON.message(text) : text)
        }
    }

    /// Asks a person for the next line; a program knows what it may send.
    private func ask(_ question: String) throws {
        if !isJSON { try say([question]) }
    }
}
