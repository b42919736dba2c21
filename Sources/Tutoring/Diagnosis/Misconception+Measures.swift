extension Misconception {
    /// Mistakes with units, shapes and tables.
    static let measureRows = [
        row(
            "FORGOT_CONV",
            (
                "did not change the unit",
                "Two different units are in play. Bring everything to the one that is asked for."
            ),
            ("단위를 바꾸지 않음", "단위가 두 가지예요. 묻는 단위로 모두 바꾸어 봐요.")),
        row(
            "CONV_INVERSE",
            (
                "changed the unit the wrong way",
                "A bigger unit needs a smaller number. Multiply or divide?"
            ),
            ("단위를 거꾸로 바꿈", "단위가 커지면 수는 작아져요. 곱해야 할까요, 나누어야 할까요?")),
        row(
            "WRONG_CONSTANT",
            (
                "another fixed number",
                "One fixed number is not the right one, such as how many centimeters make a meter."
            ),
            ("정해진 수", "정해진 수를 다른 것으로 쓴 것 같아요. 예를 들어 1 m는 몇 cm인가요?")),
        row(
            "BASE10_TIME",
            (
                "an hour has 60 minutes",
                "An hour has 60 minutes, not 100. Count on to the next full hour first."
            ),
            ("1시간은 60분", "1시간은 100분이 아니라 60분이에요. 먼저 다음 정각까지 세어 봐요.")),
        row(
            "FORGOT_SCALE",
            ("how much one stands for", "You counted the pieces. How much is each of them worth?"),
            ("하나의 값", "개수를 세었어요. 하나는 얼마를 나타내나요?")),
        row(
            "PERIM_AREA",
            (
                "around or inside",
                "Perimeter is the way around, area is the space inside. Which one is asked for?"
            ),
            ("둘레와 넓이", "둘레는 가장자리의 길이이고 넓이는 안쪽의 크기예요. 어느 것을 물었나요?")),
        row(
            "FORGOT_HALF",
            (
                "half of it",
                "Check whether a half or a double is missing: a triangle is half of its rectangle."
            ),
            ("절반", "절반이나 두 배를 빠뜨리지 않았는지 봐요. 삼각형은 직사각형의 절반이에요.")),
        row(
            "RADIUS_DIAM",
            ("radius or diameter", "The radius is half of the diameter. Which one do you need?"),
            ("반지름과 지름", "반지름은 지름의 절반이에요. 어느 것이 필요한가요?")),
    ]
}
