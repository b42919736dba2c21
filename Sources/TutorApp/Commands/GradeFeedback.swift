import Mathematics
import ProblemEncoding
import Problems

/// One or two sentences about the thinking behind an answer; they give nothing away.
struct GradeFeedback {
    /// The sentences of the misconceptions, or nil where the file cannot be read.
    let catalogue: MisconceptionCatalogue?

    func sentence(
        on thinking: ThinkingGrader.Thinking, verdict: Verdict.Class?, language: Language
    ) -> String {
        let entry = thinking.misconception.flatMap { catalogue?.entry($0) }
        let hint = entry?.sentence(in: language)
        let pair: (english: String, korean: String)
        switch (thinking.grade, verdict) {
        case (_, .unparsed), (_, .empty), (_, .limit):
            pair = ("I could not read the answer.", "답을 읽지 못했어요.")
        case (.correct, _):
            pair = ("That is right, and your way works.", "맞았어요. 푸는 방법도 좋아요.")
        case (.misconception, .correct):
            let look = hint ?? Self.say(Self.neutral, language)
            pair = (
                "Right answer, but look at your reason: \(look)",
                "답은 맞았어요. 그런데 이유를 다시 봐요. \(look)"
            )
        case (.unclear, .correct), (.partial, .correct):
            pair = ("That is right. Can you say why?", "맞았어요. 왜 그런지 말해 볼래요?")
        case (_, .unit):
            pair = ("The number is right; look at the unit once more.", "수는 맞아요. 단위를 다시 보세요.")
        case (_, .form):
            pair = (
                "The value is right; look at how the answer should be written.",
                "값은 맞아요. 답을 어떻게 써야 하는지 다시 보세요."
            )
        case (_, .wrong) where hint == nil && thinking.hasSlip:
            pair = ("Check the calculation once more, step by step.", "계산을 한 단계씩 다시 확인해 봐요.")
        case (.misconception, _), (_, .wrong):
            let look = hint ?? Self.say(Self.neutral, language)
            pair = (look, look)
        case (.partial, nil):
            pair = ("Your way sounds sensible. What does it lead to?", "방법이 그럴듯해요. 답은 얼마가 되나요?")
        case (.unclear, nil):
            pair = (
                "Tell me how you worked it out, step by step.",
                "어떻게 풀었는지 한 단계씩 말해 주세요."
            )
        }
        return Self.say(pair, language)
    }

    private static func say(_ pair: (english: String, korean: String), _ language: Language)
        -> String
    {
        language == .korean ? pair.korean : pair.english
    }

    private static let neutral = (
        english: "Not yet. Read the question once more: what is asked for?",
        korean: "아직이에요. 문제를 한 번 더 읽어 봐요. 무엇을 묻고 있나요?"
    )
}
