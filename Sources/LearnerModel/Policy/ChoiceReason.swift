public import Mathematics

/// Why a skill was chosen, with the facts that the sentence tells.
public enum ChoiceReason: Sendable, Hashable {
    /// One of at most `most` problems that find out where to begin.
    case placement(number: Int, most: Int)
    /// A skill never practised before; whether all that it builds on has been shown to be known.
    case new(isPrepared: Bool)
    /// The second or third problem of a new skill.
    case gettingToKnow(number: Int)
    /// A skill in the making: `right` of the last `answers` were right.
    case learning(right: Int, answers: Int)
    /// A skill in the making, after wrong answers.
    case afterMistakes(wrong: Int)
    /// A proficient skill not practised for `days`.
    case review(days: Int)
    /// Placement took the skill as known; it has never been tried.
    case confirmPlacement
    /// Nothing is due; the skill practised longest ago.
    case earlyReview
    /// A step towards the skill that the learner wants to reach.
    case goal(String)
    /// A skill that the learner pinned.
    case pinned
    /// What another skill builds on, after that one proved too hard today.
    case strengthen(hardSkill: String)
    /// The learner asked for the skill.
    case chosen

    /// Returns the reason as one sentence for the learner.
    ///
    /// `skill` is the chosen leaf; `name` gives the name of a leaf in `language`.
    public func sentence(
        for skill: String, in language: Language, name: (String) -> String
    ) -> String {
        switch language {
        case .english: english(name(skill), name)
        case .korean: korean(name(skill), name)
        }
    }

    private func english(_ skill: String, _ name: (String) -> String) -> String {
        switch self {
        case .placement(let number, let most):
            "Question \(number) of at most \(most) to find out where you should start."
        case .new(let isPrepared):
            "“\(skill)” is new for you\(isPrepared ? ", and you know what it builds on" : "")."
        case .gettingToKnow(let number):
            "Problem \(number) of 3 in a row to get to know “\(skill)”."
        case .learning(let right, let answers):
            "You are learning “\(skill)”: \(right) of \(answers) answers were right so far."
        case .afterMistakes(let wrong):
            "“\(skill)” went wrong \(Self.times(wrong)); here is another one that suits you."
        case .review(let days):
            "You last practiced “\(skill)” \(Self.days(days)) ago; a review now keeps it fresh."
        case .confirmPlacement:
            "You probably know “\(skill)” already; one problem will show."
        case .earlyReview:
            "Nothing is due today; you left “\(skill)” alone the longest."
        case .goal(let goal) where name(goal) == skill:
            "“\(skill)” is the goal you have set."
        case .goal(let goal):
            "“\(skill)” brings you closer to your goal, “\(name(goal))”."
        case .pinned:
            "You pinned “\(skill)”, so it comes first."
        case .strengthen(let hard):
            "“\(name(hard))” is hard today, and practicing “\(skill)” will help you with it."
        case .chosen:
            "You asked to practice “\(skill)”."
        }
    }

    private func korean(_ skill: String, _ name: (String) -> String) -> String {
        switch self {
        case .placement(let number, let most):
            "어디서부터 시작하면 좋을지 알아보는 \(number)번째 문제예요. 많아도 \(most)문제예요."
        case .new(let isPrepared):
            "‘\(skill)’ 문제는 처음이에요.\(isPrepared ? " 먼저 알아야 할 것은 이미 익혔어요." : "")"
        case .gettingToKnow(let number):
            "‘\(skill)’ 문제와 친해지려고 3문제를 이어서 풀어요. 이번이 \(number)번째예요."
        case .learning(let right, let answers):
            "‘\(skill)’ 문제를 배우는 중이에요. 지금까지 \(answers)번 가운데 \(right)번 맞혔어요."
        case .afterMistakes(wrong: 1):
            "지난번에 ‘\(skill)’ 문제를 틀렸어요. 알맞은 문제로 다시 해 봐요."
        case .afterMistakes(let wrong):
            "‘\(skill)’ 문제를 \(wrong)번 이어서 틀렸어요. 알맞은 문제로 다시 해 봐요."
        case .review(let days):
            "‘\(skill)’ 문제를 푼 지 \(days)일 지났어요. 잊기 전에 다시 풀어 봐요."
        case .confirmPlacement:
            "‘\(skill)’ 문제는 이미 알고 있을 것 같아요. 한 문제만 풀어서 확인해 봐요."
        case .earlyReview:
            "오늘 꼭 복습할 것은 없어요. 가장 오래 쉰 ‘\(skill)’ 문제를 풀어 봐요."
        case .goal(let goal) where name(goal) == skill:
            "‘\(skill)’ 문제는 스스로 정한 목표예요."
        case .goal(let goal):
            "‘\(skill)’ 문제를 익히면 목표인 ‘\(name(goal))’에 더 가까워져요."
        case .pinned:
            "‘\(skill)’ 문제를 먼저 풀겠다고 골라 두었어요."
        case .strengthen(let hard):
            "오늘은 ‘\(name(hard))’ 문제가 어려웠어요. ‘\(skill)’ 문제를 익히면 도움이 돼요."
        case .chosen:
            "‘\(skill)’ 문제를 풀고 싶다고 골랐어요."
        }
    }

    private static func times(_ count: Int) -> String {
        count == 1 ? "last time" : "\(count) times in a row"
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
