/// Korean words that count things and days; a number in words may be joined to no others.
enum KoreanCounters {
    private static let counters: Set<String> = Set(
        """
        개 명 마리 살 권 자루 대 송이 장 그루 병 잔 켤레 쪽 번 조각 판 상자 봉지 통 줄 칸 층 배 등 번째 바퀴 그릇
        사람 분 채 척 벌 모둠 팀 묶음 세트 점 호 회 가지 곳 군데 컵 박스 페이지 문제 학년 반 세 방울 다발 포기 알 톨
        쌍 짝 갑 손 축 말 되 필 모 단 두름 접시 봉 팩 캔 걸음 계단 정거장 놈 자리 글자 단어 문장 곡 편 건 종류 면 변
        째 각 꼭짓점 모서리 시 주 달 해 인 인분 차례 경기 골 표 위 세기 바구니 다스 쟁반 코 동 호선 구 석 인용
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Words that are a number of days.
    static let days: [(String, Int)] = [
        ("하루", 1), ("이틀", 2), ("사흘", 3), ("나흘", 4), ("닷새", 5), ("엿새", 6), ("이레", 7),
        ("여드레", 8), ("아흐레", 9), ("열흘", 10), ("보름", 15),
    ]

    /// Whether `text` is a counter that an ending or nothing follows.
    static func isCounter(_ text: String) -> Bool {
        !AnswerReader.endings.contains(text) && begins(text)
    }

    /// Whether `text` says for whom or how long the number that follows is: `명당`, `일동안`.
    static func isShared(_ text: String) -> Bool {
        ["당", "마다", "에게", "동안", "에", "에는", "이", "가", "은", "는"].contains(where: text.hasSuffix)
            && text.count > 1
    }

    /// Whether `text` denies what stands beside it.
    static func denies(_ text: String) -> Bool {
        !text.contains("틀림없") && denials.contains(where: text.contains)
    }

    /// Whether `text` begins with a counter that an ending or nothing follows.
    static func begins(_ text: String) -> Bool {
        for length in stride(from: min(3, text.count), through: 1, by: -1)
        where counters.contains(String(text.prefix(length))) {
            let rest = text.dropFirst(length)
            return rest.isEmpty || AnswerReader.endings.contains { rest.hasPrefix($0) }
        }
        return AnswerReader.endings.contains { text == $0 }
    }

    /// Whether half of what `text` counts can be meant; a grade has no half but a class, `반`.
    static func isDivisible(_ text: String) -> Bool {
        counters.contains(text) && !["학년", "반", "번", "번째", "회", "호", "층"].contains(text)
    }

    private static let denials = [
        "아니", "아닌", "아닐", "아님", "아닙", "아녜", "않", "틀려", "틀렸", "틀린", "틀립",
        "아냐", "아녀", "잘못", "오류", "실수", "다시", "스킵", "기권", "어려", "어렵", "도와", "힌트", "지우", "이거나",
        "모르", "몰라", "몰랐", "모름", "어쩌면", "혹은", "또는", "틀림", "틀리", "오답", "패스", "다음", "직전",
    ]
    /// Words that take something away from the number or leave it out, also as one syllable.
    private static let exceptions = ["말고", "빼고", "뺀", "제외", "안돼", "안되", "안됩", "안됨", "거의"]
    private static let negations: Set<String> = ["안", "못", "않고"]
    private static let calculations = [
        "절반", "배수", "약수", "제곱", "역수", "더하기", "더하면", "더한", "빼기", "빼면", "곱하", "나누기", "나누면", "나눈",
        "그리고", "몇", "땡", "취소", "노노", "글쎄", "자신", "조금", "가까", "반대", "불가", "못", "헷갈", "헷깔",
    ]
    private static let bounds = [
        "이상", "이하", "미만", "초과", "보다", "넘", "이후", "이전", "아래", "까지", "부터", "가량", "내외", "안팎", "남짓",
    ]

    /// Whether `word` after a number denies it, makes it a bound or adds a half to it.
    static func changesMeaning(_ word: String, isFirst: Bool) -> Bool {
        // "20여 개" are a few more than twenty.
        if isFirst, word == "여" || word.hasPrefix("여") && begins(String(word.dropFirst())) {
            return true
        }
        // "3반" is a class; "세 개 반" is three and a half.
        if word.hasPrefix("반"), !isFirst, word.count <= 3 { return true }
        // "한 개도 없어요" is none.
        if isFirst, word.hasSuffix("도") { return true }
        // "12의 두 배" is another number; "12배" alone is twelve times.
        if word == "의" || word == "분의" || !isFirst && (word == "배" || word.hasPrefix("배예")) {
            return true
        }
        if negations.contains(word) || exceptions.contains(where: word.hasPrefix) { return true }
        if word == "이나" || word == "노" || word == "이내"
            || calculations.contains(where: word.hasPrefix)
        {
            return true
        }
        return denies(word) || bounds.contains { word.contains($0) }
    }

    /// Whether `word` before a number bounds it, denies it or works with it.
    static func changesNext(_ word: String) -> Bool {
        let words = [
            "거의", "최대", "최소", "적어도", "많아야", "많아도", "아마", "아마도", "혹시", "설마", "절대", "절반", "두배", "안",
            "못", "결코", "분의",
        ]
        if ["더하기", "빼기", "곱하기", "나누기"].contains(word) { return true }
        if days.contains(where: { $0.0 == word }) { return true }
        return words.contains(word) || denies(word)
            || bounds.contains { word.contains($0) }
    }
}
