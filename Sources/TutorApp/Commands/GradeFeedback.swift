import Mathematics

/// One or two sentences about the thinking behind an answer; they give nothing away.
enum GradeFeedback {
    static func sentence(
        kind: ThinkingGrade.Kind, verdict: Verdict.Class?, code: String?, language: Language
    ) -> String {
        let pair: (english: String, korean: String)
        switch (kind, verdict) {
        case (.correct, _):
            pair = ("That is right, and your way works.", "맞았어요. 푸는 방법도 좋아요.")
        case (.unclear, .correct):
            pair = ("That is right. Can you say why?", "맞았어요. 왜 그런지 말해 볼래요?")
        case (.partial, .unit):
            pair = ("The number is right; look at the unit once more.", "수는 맞아요. 단위를 다시 보세요.")
        case (.partial, _):
            pair = (
                "The value is right; look at how the answer should be written.",
                "값은 맞아요. 답을 어떻게 써야 하는지 다시 보세요."
            )
        case (_, .unparsed), (_, .empty), (_, .limit):
            pair = ("I could not read the answer.", "답을 읽지 못했어요.")
        case (.misconception, _), (.unclear, .wrong):
            pair = code.flatMap { codes[$0] } ?? neutral
        case (.unclear, _):
            pair = (
                "Tell me how you worked it out, step by step.",
                "어떻게 풀었는지 한 단계씩 말해 주세요."
            )
        }
        return language == .korean ? pair.korean : pair.english
    }

    private static let neutral = (
        english: "Not yet. Read the question once more: what is asked for?",
        korean: "아직이에요. 문제를 한 번 더 읽어 봐요. 무엇을 묻고 있나요?"
    )

    private static let codes: [String: (english: String, korean: String)] = [
        "WRONG_OP": (
            "Tell the story in your own words: what happens to the amounts?",
            "이야기를 내 말로 해 봐요. 양이 어떻게 되나요?"
        ),
        "KEYWORD_OP": (
            "One word can mislead: say first who has the larger amount in this story.",
            "낱말 하나에 속기 쉬워요. 누가 더 많은지 먼저 말해 봐요."
        ),
        "ECHO": (
            "That number is in the story, but the question asks for something to work out.",
            "그 수는 이야기에 나온 수예요. 문제는 구해야 하는 것을 묻고 있어요."
        ),
        "USE_ALL": (
            "One number here may not be needed; which one has nothing to do with the question?",
            "필요 없는 수가 있을 수 있어요. 물음과 상관없는 수는 어느 것인가요?"
        ),
        "ONE_STEP": (
            "A good first step; read the question again: what is still missing?",
            "첫 단계는 좋아요. 문제를 다시 읽어 봐요. 무엇이 더 남았나요?"
        ),
        "OMIT": (
            "Something in the story has not been used yet; look for it.",
            "이야기에서 아직 쓰지 않은 것이 있어요. 찾아봐요."
        ),
        "OFF_BY_ONE": ("Very close; count once more.", "아주 가까워요. 한 번 더 세어 봐요."),
        "NO_CARRY": (
            "One column makes more than nine; what happens to the extra ten?",
            "한 자리의 합이 아홉보다 커요. 넘친 열은 어디로 가나요?"
        ),
        "NO_BORROW": (
            "In one column the top digit is smaller; what can you do before subtracting?",
            "윗자리 숫자가 더 작은 자리가 있어요. 빼기 전에 무엇을 할 수 있나요?"
        ),
        "REMAINDER": (
            "Think about what is left over: what does it mean in this story?",
            "나머지를 생각해 봐요. 이 이야기에서 나머지는 무엇을 뜻하나요?"
        ),
        "ADDITIVE_RATIO": (
            "If the first doubles, what should happen to the second?",
            "처음 것이 두 배가 되면 다음 것은 어떻게 되나요?"
        ),
        "FRAC_CONCEPT": (
            "How many equal parts are there, and how many of them does the question want?",
            "똑같은 부분이 몇 개이고, 그중 몇 개를 묻고 있나요?"
        ),
        "PERIM_AREA": (
            "Are you going round the shape or covering it?",
            "둘레를 도는 것인가요, 안을 덮는 것인가요?"
        ),
        "PCT_CONCEPT": (
            "Per cent means out of a hundred: a hundred of what here?",
            "퍼센트는 백 가운데 얼마라는 뜻이에요. 여기서는 무엇의 백인가요?"
        ),
        "PCT_BASE": (
            "Of which amount is the percentage taken?", "어느 양을 백으로 본 퍼센트인가요?"
        ),
        "REVERSED": (
            "Which quantity is being shared out, and among how many?",
            "무엇을 나누고, 몇으로 나누나요?"
        ),
        "WRONG_UNKNOWN": (
            "You found an amount of the story; check which one is asked for.",
            "이야기 속의 양 하나를 구했어요. 어느 것을 묻는지 확인해 봐요."
        ),
    ]
}
