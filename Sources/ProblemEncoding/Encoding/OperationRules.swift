internal import Mathematics

/// Keyword rules for the root operation: the plain opinion that learning has to beat.
///
/// They read what the question asks for and look at the story only where that is not enough.
struct OperationRules {
    let words: [String]
    let inQuestion: [Bool]
    let relations: NumberRelations
    let language: Language

    /// The operation that the keywords name.
    var operation: RootOperation {
        language == .korean ? korean : english
    }

    private var question: [String] { zip(words, inQuestion).filter(\.1).map(\.0) }
    private var story: [String] { zip(words, inQuestion).filter { !$0.1 }.map(\.0) }

    private var divides: Bool { relations.tags.contains { $0.hasSuffix(":whole") } }

    // MARK: English

    private var english: RootOperation {
        let asked = question
        if contains(asked, ["how", "many", "times"]) || contains(asked, ["times", "as"]) {
            return .division
        }
        if isComparison(asked) { return .subtraction }
        let isEach = words.contains { Self.eachWords.contains($0) }
        if isSharing(asked), divides { return .division }
        if isEach || words.contains("every"), asksForTotal(asked) { return .multiplication }
        if words.contains("%") { return .multiplication }
        if isChange(asked) { return .subtraction }
        if isEach, !asked.contains("left") {
            return divides && !asksForTotal(asked) ? .division : .multiplication
        }
        if asksForTotal(asked) { return knowsTotal ? .subtraction : .addition }
        if asksForStart(asked) { return lost ? .addition : .subtraction }
        if gained, !lost { return .addition }
        return .subtraction
    }

    private static let eachWords: Set<String> = ["each", "per", "apiece"]

    private func isComparison(_ asked: [String]) -> Bool {
        let words = Set(asked)
        return words.contains("than")
            && !words.isDisjoint(with: [
                "more", "fewer", "less", "longer", "taller", "older",
                "farther", "further", "higher", "heavier", "lesser", "faster", "younger",
            ])
            || words.contains("difference")
    }

    private func isSharing(_ asked: [String]) -> Bool {
        let words = Set(asked)
        let containers: Set = [
            "groups", "bags", "boxes", "packs", "packages", "teams", "rows", "trips", "days",
            "weeks", "pages", "shelves", "tables", "baskets", "jars", "buses", "vans", "tickets",
            "hours", "minutes", "stacks", "piles", "containers", "envelopes", "cartons",
        ]
        return !words.isDisjoint(with: Self.eachWords)
            || words.contains("every") || !words.isDisjoint(with: containers)
            || contains(asked, ["a", "day"]) || words.contains("equally")
    }

    private func asksForTotal(_ asked: [String]) -> Bool {
        !Set(asked).isDisjoint(with: [
            "total", "altogether", "all", "together", "combined", "sum", "both", "overall",
        ])
    }

    private func isChange(_ asked: [String]) -> Bool {
        let words = Set(asked)
        return !words.isDisjoint(with: [
            "left", "remain", "remaining", "remained", "lose", "give", "gave", "eat", "spend",
            "sell", "sold", "uneaten", "unsold", "still", "need", "change", "over",
        ])
    }

    private var knowsTotal: Bool {
        !Set(story).isDisjoint(with: ["total", "altogether", "together"])
    }

    private func asksForStart(_ asked: [String]) -> Bool {
        !Set(asked).isDisjoint(with: [
            "start", "before", "initially", "beginning", "first", "originally", "begin",
        ])
    }

    private var lost: Bool {
        !Set(story).isDisjoint(with: [
            "lost", "gave", "ate", "sold", "used", "spent", "left", "removed", "threw", "broke",
            "died", "took",
        ])
    }

    private var gained: Bool {
        !Set(words).isDisjoint(with: [
            "more", "bought", "got", "found", "added", "joined", "received", "now", "won",
            "came", "another",
        ])
    }

    // MARK: Korean

    private var korean: RootOperation {
        let asked = question.joined(separator: " ")
        let all = words.joined(separator: " ")
        if hasAny(asked, ["보다"]) || hasAny(asked, ["차이", "차를", "차는"]) { return .subtraction }
        if hasAny(asked, ["몇 배", "평균", "한 변", "한 개의 값", "한 자루의 값"]) { return .division }
        if hasAny(asked, ["거스름", "남은", "남아", "남습", "남았", "남을"]) {
            return .subtraction
        }
        if hasAny(all, ["나누", "나눈", "나눠", "똑같이"]), divides, !asksForWhole(asked) {
            return .division
        }
        let isPerUnit = hasAny(
            all,
            [
                "씩", "마다", "짜리", "하루에", "에 들어", "한 시간에", "일 동안", "시간 동안", "분 동안",
                "매일", "매주", "매달", "한 명이", "한 사람이", "한 개에", "한 상자에", "한 줄에",
            ])
        if isPerUnit, asksForGroups(asked), divides { return .division }
        if hasAny(all, ["넓이", "둘레", "%", "의 <f>", "배입", "배이", "배만", "배의", "배가", "배를"]) {
            return .multiplication
        }
        if isPerUnit { return .multiplication }
        return koreanChange(asked, all)
    }

    /// Joining, taking away and comparing.
    private func koreanChange(_ asked: String, _ all: String) -> RootOperation {
        let asksForStart = hasAny(asked, ["처음", "원래"])
        if asksForStart, hasAny(all, ["주었", "먹", "썼", "팔", "내렸", "빌려", "잃"]) {
            return .addition
        }
        if asksForStart { return .subtraction }
        if hasAny(all, ["보다"]) {
            return hasAny(all, ["더 많", "더 큽", "더 무", "더 길", "더 깁", "더 받", "더 땄"])
                ? .addition : .subtraction
        }
        let isGiven = hasAny(all, ["에게"]) && hasAny(all, ["주었", "줬", "주고"])
        if isGiven && !hasAny(all, ["더 주", "모두"])
            || hasAny(
                all,
                [
                    "먹었", "먹고", "썼", "쓰고", "잃", "팔렸", "팔았", "팔고", "빼", "내렸", "중에서",
                    "가운데", "나머지", "날아갔", "떠났", "나갔", "깨졌", "버렸", "없어졌", "줄었",
                    "사용했", "떨어졌", "남았", "남은",
                ])
        {
            return .subtraction
        }
        return .addition
    }

    private func asksForWhole(_ asked: String) -> Bool {
        hasAny(asked, ["모두", "전체", "처음", "필요한"]) && !asksForGroups(asked)
    }

    private func asksForGroups(_ asked: String) -> Bool {
        hasAny(
            asked,
            [
                "몇 상자", "상자는", "봉지는", "모둠은", "명에게", "며칠", "몇 도막", "몇 줄", "몇 묶음",
                "몇 바구니", "몇 대", "몇 팀", "몇 조각", "씩", "한 명", "한 사람", "한 개",
            ])
    }

    private func hasAny(_ text: String, _ pieces: [String]) -> Bool {
        pieces.contains(where: text.contains)
    }

    private func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            Array(words[start..<(start + phrase.count)]) == phrase
        }
    }
}
