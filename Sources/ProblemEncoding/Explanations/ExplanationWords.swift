/// The words that tell reasoning from filling: what children write when they think, and when not.
enum ExplanationWords {
    /// Whether a text says that it was guessed or not known.
    static func isGuess(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        return guesses.contains { text.contains($0) }
    }

    /// Whether a text leans on something that is no reason: "i just know", "it looks right".
    static func isVague(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        return vague.contains { text.contains($0) }
    }

    /// Whether a text says that an operation was not done: "i did not divide", "더하지 않았어요".
    static func isDenial(_ words: [String]) -> Bool {
        words.indices.contains { position in
            let word = words[position]
            if word.hasPrefix("않") || word == "안" {
                let near = word == "안" ? position + 1 : position - 1
                return words.indices.contains(near)
                    && ArithmeticWords.operation(of: words[near]) != nil
            }
            guard denials.contains(word) else { return false }
            return words[(position + 1)...].prefix(2).contains {
                ArithmeticWords.operation(of: $0) != nil || doing.contains($0)
            }
        }
    }

    private static let denials: Set<String> = [
        "not", "didn't", "didnt", "don't", "dont", "never", "cannot", "can't", "cant", "shouldn't",
        "shouldnt",
    ]
    private static let doing: Set<String> = ["do", "take", "share", "split"]

    /// Whether a text takes back what it said before: "but actually", "그런데 사실은".
    static func takesBack(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        return takingBack.contains { text.contains($0) }
    }

    private static let takingBack = [
        " but really ", " but actually ", " but in fact ", " no wait ", " i mean not ",
        " 그런데 사실", " 근데 사실", " 아니 사실", " 하지만 사실",
    ]

    /// Whether a word joins a reason.
    static func isConnective(_ word: String) -> Bool {
        connectives.contains(word) || connectiveEndings.contains(where: word.hasSuffix)
    }

    /// Whether a word belongs to mathematics, allowing for endings.
    static func isMathematical(_ word: String) -> Bool {
        if mathematics.contains(word) || ArithmeticWords.operation(of: word) != nil { return true }
        if word.utf8.count > 4, mathematicalStems.contains(where: word.hasPrefix) { return true }
        return koreanStems.contains(where: word.hasPrefix)
    }

    /// Whether a word carries no content of its own.
    static func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }

    private static let guesses = [
        " idk ", " i dont know ", " i don't know ", " don't know ", " dont know ", " dunno ",
        " guess", " no idea ", " no clue ", " not sure ", " unsure ", " random", " i forgot ",
        " i dont get ", " i don't get ", " i dont understand ", " i don't understand ",
        " hard question ", " confus", " luck", " eeny ", " picked any ", " any answer ", " idek ",
        " 모르", " 몰라", " 몰랐", " 찍었", " 찍음", " 찍은", " 찍어", " 그냥 ", " ㅁㄹ", " ㅁㄹㅁ",
        " 어려워", " 감으로", " 느낌",
    ]

    private static let vague = [
        " i just know ", " just know ", " i know it ", " i know this ", " i know the ",
        " because i know ", " it is correct ", " it's correct ", " its correct ", " it is right ",
        " its right ", " it's right ", " right answer ", " correct answer ", " the answer ",
        " my answer ", " best answer ", " makes sense ", " make sense ", " looks right ",
        " look right ", " seems right ", " sounds right ", " looks like ", " i worked it out ",
        " worked it out ", " work it out ", " i did the math", " in my head ", " my head ",
        " calculator ", " my teacher ", " teacher ", " told me ", " i learned ", " i learnt ",
        " easy ", " obvious", " only one ", " only option ", " only answer ", " trust me ",
        " i think so ", " i think its ", " i think it's ", " i think it is ", " i think this ",
        " i feel ", " my opinion ", " google ", " smart ", " because it is ", " because it's ",
        " because its ", " it just is ", " just because ", " common sense ", " simple ",
        " 답이니까", " 정답", " 맞는 것 같", " 맞아서", " 맞으니까", " 쉬워", " 쉬웠", " 선생님",
        " 엄마", " 친구가", " 당연", " 그런 것 같", " 인 것 같", " 계산기", " 풀어서", " 풀었",
        " 알아서", " 알고", " 머리로", " 생각해서", " 계산했", " 계산해서",
    ]

    private static let connectives: Set<String> = [
        "because", "becuase", "becasue", "bcoz", "cos", "cause", "cuz", "bc", "since", "so",
        "therefore", "then", "if", "when", "means", "which", "as", "왜냐하면", "왜냐면", "그래서",
        "그러면", "그럼", "그러니까", "따라서", "때문에", "때문이에요", "때문",
    ]

    private static let connectiveEndings = ["니까", "니깐", "므로", "해서", "때문에", "때문이에요"]

    private static let mathematics: Set<String> = [
        "number", "numbers", "half", "halves", "third", "thirds", "quarter", "quarters", "fifth",
        "fifths", "sixth", "ninth", "ninths", "tenth", "tenths", "hundredth", "hundredths",
        "more", "less", "bigger", "biggest", "smaller", "smallest", "greater", "greatest",
        "larger", "largest", "higher", "highest", "lower", "lowest", "longer", "longest",
        "shorter", "shortest", "most", "least", "fewer", "whole", "wholes", "part", "parts",
        "left", "remaining", "rest", "each", "every", "zero", "zeros", "zeroes", "one", "ones",
        "tens", "hundreds", "top", "bottom", "tops", "bottoms", "even", "odd", "same", "twice",
        "times", "plus", "minus", "equals", "equal", "amount", "cross", "both", "share", "shared",
        "sides", "side", "angle", "angles", "shape", "line", "pattern", "row", "rows", "column",
        "term", "terms", "up", "down", "goes", "go", "per", "cent", "percent", "chance", "likely",
        "unlikely", "certain", "possible", "impossible", "close", "closer", "near", "nearly",
        "out", "over", "under", "add", "sum", "place", "value", "point", "carry", "borrow",
        "hours", "hour", "minutes", "minute", "people", "faster", "slower", "area", "perimeter",
        "length", "width", "height", "radius", "mean", "median", "average", "order", "opposite",
        "inverse", "reverse", "nines", "sixes", "sevens", "quick", "quicker", "finish", "round",
        "outside", "inside", "around", "across", "borrowed", "carried", "swapped", "big", "small",
        "flip", "flipped", "swap", "keep", "change", "need", "needs",
        "+", "-", "×", "÷", "=", "%", "*", "/", "<", ">",
    ]

    private static let mathematicalStems = [
        "fraction", "decimal", "denominat", "numerat", "digit", "simplif", "simplest", "shad",
        "divi", "multipl", "subtract", "add", "negative", "positive", "equival", "propor",
        "probabil", "ratio", "percent", "rectang", "triang", "square", "circle", "degree",
        "polygon", "interior", "exterior", "cancel", "factor", "remaind", "product", "differen",
        "convert", "expand", "bracket", "equation", "variable", "unknown", "integer", "tenth",
        "hundred", "thousand", "group", "counter", "double", "triple", "halv", "colour", "color",
        "count", "calculat", "increas", "decreas", "total", "remain", "leftover", "common",
    ]

    private static let koreanStems = [
        "분수", "소수", "분모", "분자", "약분", "통분", "자리", "나머지", "몫", "전체", "부분", "반",
        "절반", "배", "씩", "모두", "더", "덜", "많", "적", "크", "큰", "작", "길", "짧", "음수",
        "양수", "마이너스", "플러스", "비율", "비례", "비", "퍼센트", "백분율", "넓이", "둘레", "가로",
        "세로", "변", "각", "평균", "중앙값", "합", "차", "곱", "나눗", "남", "같", "수", "숫자",
        "약수", "배수", "시간", "분", "거리", "속력", "확률", "경우", "받아", "올림", "내림", "똑같",
        "묶음", "개수", "값", "원", "식", "순서", "차이", "처음", "늘", "줄", "거꾸로", "간격", "칸", "가까", "두배", "두",
        "세", "네", "빨리", "테두리", "구했",
        "구해", "커", "높", "낮", "오른쪽", "왼쪽", "자연수", "첫째", "다음", "무조건", "중간", "가운데", "위",
        "밑", "오육", "색칠", "안",
    ]

    private static let functionWords: Set<String> = [
        "the", "a", "an", "i", "it", "is", "to", "and", "you", "that", "this", "because", "so",
        "of", "in", "was", "its", "it's", "my", "be", "do", "did", "have", "has", "would", "will",
        "then", "we", "they", "he", "she", "at", "on", "for", "with", "just", "think", "if", "are",
        "as", "but", "or", "can", "'s", "there", "what", "how", "when", "which", "know", "answer",
    ]
}
