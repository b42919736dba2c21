extension Misconception {
    /// Mistakes with fractions, percentages and ratios.
    static let fractionRows = [
        row(
            "FRAC_CONCEPT",
            (
                "how a fraction works",
                "Think of equal parts: the lower number says how many parts there are, the upper one how many are taken."
            ),
            ("분수의 뜻", "똑같이 나눈 조각을 떠올려 봐요. 분모는 모두 몇 조각인지, 분자는 그중 몇 조각인지예요.")),
        row(
            "FRAC_INVERT",
            (
                "turned the fraction over",
                "The fraction is turned over. Which number do you divide by?"
            ),
            ("분수를 뒤집음", "분수가 뒤집혔어요. 어느 수로 나누어야 할까요?")),
        row(
            "COMPLEMENT",
            ("answered the rest", "That is the other part. Which part does the question ask for?"),
            ("나머지 부분을 답함", "그것은 나머지 부분이에요. 어느 부분을 물었나요?")),
        row(
            "PART_PART",
            (
                "part of what",
                "You compared one part with the other part. Is it the whole that you need?"
            ),
            ("부분과 전체", "부분과 부분을 견주었어요. 전체와 견주어야 하지 않을까요?")),
        row(
            "ADDITIVE_RATIO",
            (
                "added instead of scaling",
                "“So many times” means to multiply, not to add the same amount."
            ),
            ("곱하지 않고 더함", "‘몇 배’는 같은 수를 더하는 것이 아니라 곱하는 것이에요.")),
        row(
            "INVERSE_RATIO",
            (
                "scaled the wrong way",
                "Should the answer be bigger or smaller than the number you began with?"
            ),
            ("비를 거꾸로 씀", "답이 처음 수보다 커야 할까요, 작아야 할까요?")),
        row(
            "AVG_OF_AVG",
            (
                "averaged the averages",
                "You cannot simply take the middle here, because the two parts do not weigh the same."
            ),
            ("평균의 평균", "두 부분의 크기가 달라서 그냥 가운데 값을 구할 수는 없어요.")),
        row(
            "PCT_BASE",
            ("percent of what", "Percent of what? Look for the amount that is the 100 %."),
            ("무엇의 몇 %", "무엇의 몇 %인가요? 100 %가 되는 양을 찾아봐요.")),
        row(
            "PCT_CONCEPT",
            (
                "percent means per hundred",
                "Percent means out of a hundred; it is not an amount by itself."
            ),
            ("백분율의 뜻", "%는 100 가운데 얼마라는 뜻이에요. 그 자체가 양은 아니에요.")),
        row(
            "PCT_OF_VS_MORE",
            ("of or more than", "Is it a part of the amount, or the amount and a part more?"),
            ("몇 %인지, 몇 % 더인지", "그 양의 일부인가요, 아니면 그 양보다 더 많거나 적은 것인가요?")),
        row(
            "PCT_ADD",
            (
                "added the percents",
                "The second percentage is taken of the new amount, so the two cannot be added."
            ),
            ("%를 더함", "두 번째 %는 바뀐 양의 %예요. 그래서 그냥 더할 수 없어요.")),
    ]
}
