extension Misconception {
    /// Mistakes in writing numbers and in counting.
    static let placeRows = [
        row(
            "NO_CARRY",
            (
                "forgot to carry",
                "When a column makes ten or more, one goes over to the next column. Check each column."
            ),
            ("받아올림", "한 자리의 합이 10이거나 더 크면 윗자리로 1을 올려요. 자리마다 다시 봐요.")),
        row(
            "NO_BORROW",
            (
                "turned a column round",
                "In one column you took the upper digit from the lower one. Borrow from the next column instead."
            ),
            ("받아내림", "한 자리에서 위의 수를 아래 수에서 뺐어요. 윗자리에서 받아내림을 해 봐요.")),
        row(
            "OFF_BY_ONE",
            (
                "one off",
                "You are very close: one too many or too few. Check where you start and stop counting."
            ),
            ("하나 차이", "아주 가까워요. 하나 차이예요. 어디서부터 어디까지 세는지 다시 봐요.")),
        row(
            "PLACE_VALUE",
            (
                "place of a digit",
                "Check how much each digit is worth: ones, tens, hundreds, or tenths."
            ),
            ("자릿값", "숫자마다 자릿값이 얼마인지 살펴봐요. 일, 십, 백, 또는 소수 첫째 자리인가요?")),
        row(
            "DEC_ALIGN",
            (
                "lining up decimals",
                "Write the numbers so that the decimal points stand below each other."
            ),
            ("소수점 맞추기", "소수점끼리 위아래로 맞추어 써 봐요.")),
        row(
            "DEC_PLACE",
            ("place of the point", "The digits are right; look at where the decimal point goes."),
            ("소수점의 자리", "숫자는 맞았어요. 소수점을 어디에 찍어야 할까요?")),
        row(
            "GCD_LCM_SWAP",
            (
                "factor or multiple",
                "Factors are never bigger than the number, multiples never smaller. Which of the two is asked for?"
            ),
            ("약수와 배수", "약수는 그 수보다 크지 않고, 배수는 작지 않아요. 어느 쪽을 물었나요?")),
        row(
            "LCM_PRODUCT",
            ("multiplied them", "The product is a common multiple, but is there a smaller one?"),
            ("그냥 곱함", "곱한 수도 공배수예요. 그런데 더 작은 공배수는 없을까요?")),
        row(
            "NO_DIV",
            (
                "did not divide",
                "You have the sum. For the mean it is shared by how many numbers there are."
            ),
            ("나누지 않음", "합까지 구했어요. 평균은 합을 몇 개로 나누어야 할까요?")),
        row(
            "UNSORTED",
            ("not in order", "The median is the middle one after the numbers are put in order."),
            ("크기 순서", "중앙값은 작은 수부터 늘어놓았을 때 한가운데 있는 수예요.")),
        row(
            "CENTRE_CONFUSION",
            (
                "mean or median",
                "Mean and median are two different middles. Which one is asked for?"
            ),
            ("평균과 중앙값", "평균과 중앙값은 서로 달라요. 어느 것을 물었나요?")),
        row(
            "LINEAR_CONFUSION",
            (
                "grows by the same",
                "It does not grow by the same amount each time. Work out the first few steps."
            ),
            ("늘어나는 방법", "매번 똑같은 만큼 늘어나지 않아요. 처음 몇 번을 하나씩 구해 봐요.")),
        row(
            "SQRT_FORGOT",
            (
                "still a square",
                "You have the square of the side. Which number times itself gives it?"
            ),
            ("아직 제곱", "변의 제곱까지 구했어요. 어떤 수를 두 번 곱하면 그 수가 될까요?")),
    ]
}
