/// The known mistakes in words: what the learner did, never what the learner is.
enum MistakeName {
    /// Returns a short name, such as `forgot to carry`.
    static func short(_ code: String, _ say: Speech) -> String {
        guard let name = names[code] else { return say("another way", "다르게 푼 것") }
        return say(name.did, "\(name.korean) 것")
    }

    /// Returns a sentence for the learner, or nil for a code that has none.
    static func sentence(_ code: String, _ say: Speech) -> String? {
        guard let name = names[code] else { return nil }
        return say("It looks as if you \(name.did).", "\(name.korean) 것 같아요.")
    }

    /// The past tense in English and the form before a noun in Korean.
    struct Name: Sendable {
        let did: String
        let korean: String

        init(_ did: String, _ korean: String) {
            self.did = did
            self.korean = korean
        }
    }

    static let names: [String: Name] = [
        "USE_ALL": Name("used a number that is not needed", "필요 없는 수까지 쓴"),
        "WRONG_OP": Name("used another operation", "다른 연산을 한"),
        "OMIT": Name("left one part out", "한 부분을 빠뜨린"),
        "ONE_STEP": Name("stopped after the first step", "첫 단계에서 멈춘"),
        "ECHO": Name("repeated a number of the problem", "문제에 있는 수를 그대로 쓴"),
        "WRONG_UNKNOWN": Name("answered another question", "묻지 않은 것을 답한"),
        "OFF_BY_ONE": Name("counted one too many or too few", "하나를 더 세거나 덜 센"),
        "ADDITIVE_RATIO": Name("added where a ratio is needed", "비율 대신 차이를 더한"),
        "REMAINDER": Name("read the remainder another way", "나머지를 다르게 본"),
        "REVERSED": Name("calculated the other way round", "거꾸로 계산한"),
        "NO_BORROW": Name("took the smaller digit from the larger", "받아내림을 하지 않은"),
        "PCT_BASE": Name("took the percent of another amount", "다른 양을 기준으로 한"),
        "DIFFERENCE": Name("took a plain difference", "단순히 차이를 구한"),
        "PLACE_VALUE": Name("mixed up the place values", "자릿값을 헷갈린"),
        "COMPLEMENT": Name("answered the rest", "나머지 부분을 답한"),
        "NO_CARRY": Name("forgot to carry", "받아올림을 잊은"),
        "PERIM_AREA": Name("mixed up around and inside", "둘레와 넓이를 바꾼"),
        "PCT_OF_VS_MORE": Name("mixed up “of” and “more”", "‘몇 배’와 ‘몇 배 더’를 바꾼"),
        "FORGOT_CONV": Name("forgot to change the unit", "단위를 바꾸지 않은"),
        "PART_PART": Name("compared part with part, not with the whole", "전체가 아니라 부분끼리 비교한"),
        "AVG_OF_AVG": Name("took the mean of the means", "평균끼리 평균을 낸"),
        "KEYWORD_OP": Name("followed a word and not the story", "낱말만 보고 연산을 고른"),
        "ORDER_OPS": Name("calculated in another order", "계산 순서가 달라진"),
        "WRONG_CONSTANT": Name("used another fixed number", "정해진 수를 다르게 쓴"),
        "FRAC_CONCEPT": Name("treated top and bottom apart", "분자와 분모를 따로 계산한"),
        "INVERSE_RATIO": Name("scaled the other way", "비율을 반대로 쓴"),
        "EQUAL_SPLIT": Name("took the parts to be equal", "똑같이 나뉜다고 생각한"),
        "SKIP_COUNT": Name("took one group too many or too few", "묶음을 하나 더하거나 뺀"),
        "SIGN": Name("lost a minus sign", "음의 부호를 놓친"),
        "PCT_CONCEPT": Name("took the percent as a plain number", "퍼센트를 그냥 수로 본"),
        "LINEAR_CONFUSION": Name("took another kind of growth", "늘어나는 방식을 다르게 본"),
        "CENTRE_CONFUSION": Name("mixed up mean and median", "평균과 중앙값을 바꾼"),
        "COUNT_ADD": Name("added where choices multiply", "곱할 가짓수를 더한"),
        "FORGOT_HALF": Name("lost a half or a double", "절반이나 두 배를 빠뜨린"),
        "BASE10_TIME": Name("counted 100 minutes to the hour", "시간을 100분처럼 계산한"),
        "FORGOT_SCALE": Name("counted the pieces, not their value", "값이 아니라 개수를 센"),
        "FRAC_INVERT": Name("turned the other fraction over", "다른 분수를 뒤집은"),
        "DEC_ALIGN": Name("lined up the decimals another way", "소수점을 맞추지 않은"),
        "DEC_PLACE": Name("put the decimal point elsewhere", "소수점 자리를 옮긴"),
        "NO_DIV": Name("did not divide", "나누지 않은"),
        "REPLACEMENT": Name("put it back, or did not", "다시 넣는지를 다르게 본"),
        "GCD_LCM_SWAP": Name("swapped common factor and common multiple", "공약수와 공배수를 바꾼"),
        "CONV_INVERSE": Name("changed the unit the other way", "단위를 반대로 바꾼"),
        "PCT_ADD": Name("added the percents", "퍼센트를 그냥 더한"),
        "UNSORTED": Name("did not sort first", "먼저 줄 세우지 않은"),
        "ORDERED_UNORDERED": Name("counted the orders as well", "순서까지 센"),
        "LCM_PRODUCT": Name("multiplied instead of the common multiple", "최소공배수 대신 곱한"),
        "RADIUS_DIAM": Name("mixed up radius and diameter", "반지름과 지름을 바꾼"),
        "SQRT_FORGOT": Name("left the square", "제곱근을 구하지 않은"),
    ]
}
