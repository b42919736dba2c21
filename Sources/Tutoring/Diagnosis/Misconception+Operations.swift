extension Misconception {
    /// Mistakes in choosing what to do with which number.
    static let operationRows = [
        row(
            "WRONG_OP",
            (
                "another operation",
                "It looks as if you used another operation. Tell the story in your own words: does the amount grow, shrink, or get shared?"
            ),
            ("다른 계산", "다른 계산을 한 것 같아요. 이야기를 내 말로 바꿔 봐요. 수가 늘어나나요, 줄어드나요, 나누어지나요?")),
        row(
            "KEYWORD_OP",
            (
                "went by one word",
                "One word of the text can point the wrong way. Look at what happens in the whole story."
            ),
            ("낱말만 보고 계산", "낱말 하나만 보면 헷갈릴 수 있어요. 이야기 전체에서 무슨 일이 일어나는지 봐요.")),
        row(
            "REVERSED",
            (
                "the other way round",
                "You worked the other way round. Who has more, and is that the one you looked for?"
            ),
            ("거꾸로 계산", "거꾸로 계산한 것 같아요. 어느 쪽이 더 큰지, 무엇을 구하는지 다시 봐요.")),
        row(
            "USE_ALL",
            (
                "used a number too many",
                "You used every number, but one of them is not needed. Which one does the question not ask about?"
            ),
            ("필요 없는 수까지 사용", "모든 수를 다 썼어요. 그런데 필요 없는 수가 하나 있어요. 어느 것일까요?")),
        row(
            "OMIT",
            (
                "left something out",
                "A part of the story is missing from your calculation. Go through it sentence by sentence."
            ),
            ("한 부분을 빠뜨림", "이야기의 한 부분이 빠졌어요. 한 문장씩 다시 읽어 봐요.")),
        row(
            "ONE_STEP",
            (
                "stopped one step early",
                "Your step is a good one, but the question goes further. What is still to be done?"
            ),
            ("한 단계에서 멈춤", "여기까지는 좋아요. 그런데 아직 한 단계가 더 남았어요. 무엇을 더 해야 할까요?")),
        row(
            "ECHO",
            (
                "a number of the text",
                "That number stands in the text already. What is it that the question asks for?"
            ),
            ("문제에 나온 수를 그대로 씀", "그 수는 문제에 이미 나와 있어요. 무엇을 묻고 있나요?")),
        row(
            "WRONG_UNKNOWN",
            (
                "found something else",
                "You found something true, but not what is asked for. Read the last sentence again."
            ),
            ("다른 것을 구함", "다른 것을 구했어요. 마지막 문장에서 무엇을 묻는지 다시 읽어 봐요.")),
        row(
            "ORDER_OPS",
            (
                "order of the steps",
                "The steps are right, but their order matters here. What happens first?"
            ),
            ("계산 순서", "할 일은 맞았지만 순서가 달라요. 무엇을 먼저 해야 할까요?")),
        row(
            "EQUAL_SPLIT",
            (
                "shared equally",
                "You made the parts equal, but the story does not say that they are."
            ),
            ("똑같이 나눔", "똑같이 나누었어요. 그런데 이야기에는 똑같다는 말이 없어요.")),
        row(
            "DIFFERENCE",
            (
                "answered the difference",
                "That is the difference between the two. The question asks for something else."
            ),
            ("차이를 답함", "그것은 두 수의 차이예요. 묻는 것은 다른 것이에요.")),
        row(
            "REMAINDER",
            (
                "what to do with the rest",
                "Look at what is left over after dividing. What does it mean in this story?"
            ),
            ("나머지의 뜻", "나누고 남은 것을 살펴봐요. 이 이야기에서 나머지는 무엇을 뜻할까요?")),
        row(
            "SIGN",
            (
                "plus or minus",
                "Check the sign of each number, and whether something is taken away or added."
            ),
            ("부호", "각 수의 부호를 살펴봐요. 더하는 것인가요, 빼는 것인가요?")),
        row(
            "SKIP_COUNT",
            (
                "one group off",
                "You counted one group too many or too few. Count the groups once more."
            ),
            ("묶음 하나 차이", "묶음을 하나 더 세거나 덜 센 것 같아요. 묶음의 수를 다시 세어 봐요.")),
        row(
            "COUNT_ADD",
            ("added the ways", "You added, but each choice goes together with each of the others."),
            ("가짓수를 더함", "더했어요. 그런데 하나를 고를 때마다 다른 것도 하나씩 고를 수 있어요.")),
        row(
            "ORDERED_UNORDERED",
            (
                "counted orders",
                "You counted the same choice several times, in different orders. Does the order matter here?"
            ),
            ("순서까지 셈", "같은 것을 순서만 바꾸어 여러 번 세었어요. 여기서 순서가 중요한가요?")),
        row(
            "REPLACEMENT",
            (
                "put back or not",
                "Think about the second time: is everything still there to be chosen?"
            ),
            ("다시 넣는지", "두 번째를 생각해 봐요. 처음에 고른 것이 그대로 남아 있나요?")),
    ]
}
