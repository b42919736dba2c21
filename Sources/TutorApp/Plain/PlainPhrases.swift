import LearnerModel
import Mathematics
import Problems
import Tutoring

/// The sentences of plain mode: each line is whole, and begins with a word that can be searched.
struct PlainPhrases {
    let language: Language

    func pick(_ english: String, _ korean: String) -> String {
        language == .korean ? korean : english
    }

    func opening(because source: String?) -> String {
        let why = source.map { pick(" (from \($0))", " (\($0))") } ?? ""
        return pick(
            "Plain mode is on\(why). Type a number or a word, then Enter. Type help at any time.",
            "글자 모드예요\(why). 숫자나 낱말을 쓰고 Enter를 누르세요. 언제든 도움말이라고 쓰면 도와줘요.")
    }

    var help: [String] {
        language == .korean
            ? [
                "도움말: 답을 쓰고 Enter를 누르면 채점해요. 3/4, 1 1/2, 0.75, 2시간 30분처럼 쓸 수 있어요.",
                "도움말: 힌트, 건너뛰기, 설명(답과 풀이 보기), 뒤로, 끝내기를 쓸 수 있어요. 계산 12 * 4라고 쓰면 계산해 줘요.",
                "도움말: 채점한 뒤에는 1, 2, 3 가운데 하나를 고르세요. 푼 것은 바로바로 저장돼요.",
            ]
            : [
                "Help: type an answer and Enter to have it checked; 3/4, 1 1/2, 0.75 and 2 h 30 min can be read.",
                "Help: the words are hint, skip, explain (shows the answer and the steps), back and quit; calculate 12 * 4 works it out.",
                "Help: after a result choose 1, 2 or 3. Everything you do is saved at once.",
            ]
    }

    func heading(_ posed: PosedProblem, number: Int, of count: Int?, kind: String) -> [String] {
        let problem = posed.problem
        let place = count.map { pick("\(number) of \($0)", "\($0)개 중 \(number)번째") } ?? "\(number)"
        var lines = [
            pick(
                "Problem \(place). Kind: \(kind). Level \(problem.level) of 5.",
                "문제 \(place). 유형: \(kind). 난이도 \(problem.level)/5.")
        ]
        if posed.isResumed {
            lines.append(pick("This is the problem you left open.", "지난번에 풀던 문제예요."))
        }
        if posed.tryNumber > 1 { lines.append(pick("Second try.", "두 번째로 풀어 보는 거예요.")) }
        if !posed.isResumed, !posed.reason.isEmpty {
            lines.append(pick("Why this one: ", "고른 까닭: ") + posed.reason)
        }
        if let example = posed.example { lines += self.example(example) }
        lines.append(pick("Text: ", "문제 글: ") + problem.text)
        return lines
    }

    /// A solved problem of the same kind, before the learner solves one.
    private func example(_ example: Problem) -> [String] {
        [
            pick("First read how one like it is solved.", "먼저 비슷한 문제를 어떻게 푸는지 읽어 보세요."),
            pick("Example: ", "예시: ") + example.text,
        ] + steps(of: example)
            + [
                pick("Example answer: ", "예시의 답: ") + example.answer.text,
                pick("Now it is your turn.", "이제 직접 풀어 볼 차례예요."),
            ]
    }

    var prompt: String {
        pick("Answer (or hint, skip, explain, back):", "답 (또는 힌트, 건너뛰기, 설명, 뒤로):")
    }

    func hint(_ posed: PosedProblem) -> [String] {
        let count = posed.problem.hints.count
        guard let hint = posed.visibleHints.last else { return [noMoreHints] }
        var lines = [
            pick(
                "Hint \(posed.hintsShown) of \(count): ", "힌트 \(count)개 중 \(posed.hintsShown)번째: ")
                + hint
        ]
        if posed.hintsShown == 1, let picture = posed.problem.picture {
            lines.append(pick("Picture in words: ", "그림 설명: ") + picture.sentence)
        }
        return lines
    }

    var noMoreHints: String {
        pick(
            "Hint: there are no more. Type explain to see the answer and the steps.",
            "힌트: 더 없어요. 설명이라고 쓰면 답과 풀이를 보여 줘요.")
    }

    func choices(_ feedback: Feedback) -> String {
        let first =
            feedback.mayTryAgain || isUncounted(feedback)
            ? pick("1 try again", "1 다시 풀기") : pick("1 one like this", "1 비슷한 문제")
        let third =
            feedback.isDisputed
            ? pick("3 this problem is fine after all", "3 문제가 맞는 것 같아요")
            : pick("3 this problem looks wrong", "3 문제가 이상해요")
        let free =
            isUncounted(feedback)
            ? pick(" Or type another answer.", " 답을 바로 다시 써도 돼요.")
            : mayExplain(feedback)
                ? pick(" Or write how you thought.", " 어떻게 생각했는지 써도 돼요.") : ""
        let fourth =
            feedback.mayTryAgain || isUncounted(feedback)
            ? "" : pick(", 4 the same idea in another story", ", 4 같은 생각을 다른 이야기로")
        return pick("Next: ", "다음: ") + first + pick(", 2 next problem, ", ", 2 다음 문제, ") + third
            + fourth + "." + free
    }

    /// Whether the learner is asked how the answer came about: after a wrong one.
    func mayExplain(_ feedback: Feedback) -> Bool {
        feedback.attempt.outcome == .answered && feedback.verdict.counted
            && feedback.verdict.verdictClass != .correct
    }

    func thinking(_ sentence: String) -> String {
        pick("Your thinking: ", "생각: ") + sentence
    }

    func isUncounted(_ feedback: Feedback) -> Bool {
        feedback.attempt.outcome == .answered && !feedback.verdict.counted
    }

    func disputed(_ isDisputed: Bool) -> String {
        isDisputed
            ? pick(
                "Noted: you think that this problem looks wrong. Thank you.",
                "적어 두었어요: 이 문제가 이상하다고 했어요. 고마워요.")
            : pick("Noted: the problem is fine after all.", "적어 두었어요: 문제가 맞다고 했어요.")
    }

    var notChoice: String {
        pick("Please type 1, 2 or 3, or back.", "1, 2, 3 가운데 하나나 뒤로를 써 주세요.")
    }

    var menu: String {
        pick(
            "Menu. 1 Practice. 2 Progress. 3 Try your own. 4 Retrain the model. 5 Models. "
                + "6 Settings. 7 Profiles. 8 Quit.",
            "메뉴. 1 연습하기. 2 내 진도. 3 내 문제 넣어 보기. 4 모델 다시 학습. 5 모델. 6 설정. "
                + "7 사용자. 8 끝내기.")
    }

    var notMenu: String {
        pick("Please type a number from 1 to 8.", "1부터 8까지의 숫자를 써 주세요.")
    }

    var notUnderstood: String {
        pick(
            "That is none of the words here; type help to hear them.",
            "여기서 쓰는 말이 아니에요. 도움말이라고 써 보세요.")
    }

    /// What can be typed now.
    func next(_ choices: String) -> String { pick("Next: ", "다음: ") + choices + "." }

    var screenHelp: String {
        pick(
            "A number chooses; back goes one step back; quit ends; everything is saved at once.",
            "번호로 고르고, 뒤로라고 쓰면 한 걸음 돌아가고, 끝내기라고 쓰면 끝나요. 모두 바로 저장돼요.")
    }

    /// What a guest must know before the first answer.
    var guest: String {
        pick(
            "You practice as a guest: nothing is kept.",
            "손님으로 연습해요. 아무것도 남기지 않아요.")
    }

    /// A line of the calculator.
    func calculated(_ line: String) -> String {
        let shown = SpokenText.typed(line.trimmed)
        do {
            let value = try CalculatorLine.evaluate(line, language: language).exact
            return pick("Calculator: \(shown) = \(value).", "계산: \(shown) = \(value).")
        } catch {
            let mistake = error.located(in: line, language)
            return pick("Calculator: \(mistake)", "계산: \(mistake)")
        }
    }

    func unsaved(_ message: String) -> [String] {
        [
            pick("Not saved: ", "저장하지 못했어요: ") + message,
            pick("Type retry to try again, or quit.", "다시 하려면 다시, 그만하려면 끝내기를 써 주세요."),
        ]
    }
}
