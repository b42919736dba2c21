extension Finding {
    /// One kind sentence for the learner.
    func message(in language: Language) -> String {
        let pair = sentences
        return language == .korean ? pair.korean : pair.english
    }

    private var sentences: (english: String, korean: String) {
        switch self {
        case .correct: ("That is right.", "맞았어요.")
        case .form(let form): form.sentences
        case .unit(.missing):
            ("The number is right; please add its unit.", "수는 맞았어요. 단위도 함께 써 주세요.")
        case .unit(.wrong):
            ("Look at the unit again: it is not the one asked for.", "단위를 다시 살펴보세요. 묻는 단위와 달라요.")
        case .wrong(let mistake):
            mistake?.sentences ?? ("That is not it yet.", "아직 정답이 아니에요.")
        case .notUnderstood(let hint): hint.sentences
        case .divisionByZero:
            (
                "Dividing by zero gives no number; please check your answer.",
                "0으로는 나눌 수 없어요. 답을 다시 살펴보세요."
            )
        case .empty: ("Please type an answer first.", "먼저 답을 써 주세요.")
        case .tooLarge:
            (
                "That is too long or too large to work out; please write it more simply.",
                "너무 길거나 커서 계산할 수 없어요. 더 간단하게 써 주세요."
            )
        }
    }
}

extension Finding.Form {
    fileprivate var sentences: (english: String, korean: String) {
        switch self {
        case .integer:
            ("The value is right; please write it as a whole number.", "값은 맞았어요. 자연수(정수)로 써 주세요.")
        case .fraction:
            ("Nearly: please give it exactly, as a fraction.", "거의 맞았어요. 정확하게 분수로 써 주세요.")
        case .proper:
            ("The value is right; please write it as a proper fraction.", "값은 맞았어요. 진분수로 써 주세요.")
        case .improper:
            ("The value is right; please write it as an improper fraction.", "값은 맞았어요. 가분수로 써 주세요.")
        case .mixed:
            ("The value is right; please write it as a mixed number.", "값은 맞았어요. 대분수로 써 주세요.")
        case .decimal: ("The value is right; please write it as a decimal.", "값은 맞았어요. 소수로 써 주세요.")
        case .percent:
            (
                "The value is right; please write it as a percentage, with %.",
                "값은 맞았어요. % 기호를 붙여 백분율로 써 주세요."
            )
        case .sci:
            (
                "The value is right; please write it as a number from 1 to below 10 times a power of ten.",
                "값은 맞았어요. 1 이상 10 미만의 수와 10의 거듭제곱의 곱으로 써 주세요."
            )
        case .pi:
            (
                "You may have used a rounded pi; please give a multiple of pi.",
                "원주율을 어림한 것 같아요. π를 써서 나타내 주세요."
            )
        case .simplify:
            ("The value is right; it can still be simplified.", "값은 맞았어요. 더 간단하게 나타낼 수 있어요.")
        case .expr:
            (
                "It is equal to the answer; please write it in the form that is asked for.",
                "값은 같아요. 묻는 꼴로 써 주세요."
            )
        case .unit:
            (
                "The amount is right; please write it in the unit that is asked for.",
                "양은 맞았어요. 묻는 단위로 써 주세요."
            )
        case .remainder:
            ("The value is right; please write it with a remainder.", "값은 맞았어요. 몫과 나머지로 써 주세요.")
        case .ampm:
            (
                "Is that in the morning or in the afternoon? Please add am or pm.",
                "오전인지 오후인지도 써 주세요."
            )
        case .precision:
            (
                "The value is right; please give exactly the digits that are asked for.",
                "값은 맞았어요. 묻는 자리까지 써 주세요."
            )
        case .unevaluated:
            ("That would be right; please work it out to one number.", "식은 맞았어요. 끝까지 계산해서 써 주세요.")
        case .ratio:
            (
                "The value is right; please write it as a ratio, with \":\".",
                "값은 맞았어요. \":\"를 써서 비로 나타내 주세요."
            )
        }
    }
}

extension Finding.Mistake {
    fileprivate var sentences: (english: String, korean: String) {
        switch self {
        case .sign: ("Check the sign: plus or minus?", "부호를 다시 살펴보세요. 플러스일까요, 마이너스일까요?")
        case .scale10:
            (
                "The digits are right; check where the decimal point goes and how many zeros there are.",
                "숫자는 맞았어요. 소수점의 자리와 0의 개수를 다시 살펴보세요."
            )
        case .reciprocal:
            ("Which number goes on top? It looks turned over.", "위아래가 바뀐 것 같아요. 무엇을 무엇으로 나누었나요?")
        case .order: ("The numbers are right; check their order.", "수는 맞았어요. 순서를 다시 살펴보세요.")
        case .percent:
            (
                "Check the percentage: percent means out of a hundred.",
                "백분율을 다시 살펴보세요. 퍼센트는 100에 대한 비율이에요."
            )
        case .rounding:
            (
                "Very close: it looks rounded or cut off in another way than asked.",
                "아주 가까워요. 반올림을 다시 살펴보세요."
            )
        case .partial:
            ("That is one part of the answer; what else belongs to it?", "답의 일부는 맞았어요. 무엇이 더 있을까요?")
        case .ampm: ("Check morning and afternoon.", "오전과 오후를 다시 살펴보세요.")
        case .intermediate:
            (
                "That is a step on the way; read once more what is asked for.",
                "풀이의 중간 값이에요. 무엇을 묻는지 다시 읽어 보세요."
            )
        case .listed:
            ("Not yet: look at how you got there once more.", "아직 아니에요. 어떻게 구했는지 다시 살펴보세요.")
        }
    }
}

extension ReadingHint {
    fileprivate var sentences: (english: String, korean: String) {
        switch self {
        case .general:
            (
                "I could not read that as an answer; please write it in another way.",
                "답을 읽지 못했어요. 다르게 써 주세요."
            )
        case .character:
            (
                "There is a hidden character in it; please type the answer again.",
                "보이지 않는 글자가 있어요. 답을 다시 써 주세요."
            )
        case .separator:
            (
                "The point or comma is in an unusual place; please write it like 5,000 or 2.5.",
                "쉼표나 소수점의 자리가 이상해요. 5,000이나 2.5처럼 써 주세요."
            )
        case .spacedSeparator:
            (
                "If that is one number, please leave no space after the comma, as in 5,000.",
                "한 수라면 5,000처럼 쉼표 뒤를 띄지 말고 써 주세요."
            )
        case .doubledSign:
            (
                "There are two signs next to each other; please write one.",
                "부호가 두 개 이어져 있어요. 하나만 써 주세요."
            )
        case .twoNumbers:
            (
                "There are two numbers side by side; which one is your answer?",
                "수가 두 개 나란히 있어요. 어느 것이 답인가요?"
            )
        case .ambiguousMixed:
            (
                "A mixed number before a letter can be read in two ways; please write an improper fraction.",
                "대분수 뒤의 글자는 두 가지로 읽을 수 있어요. 가분수로 써 주세요."
            )
        case .openBracket: ("A bracket is not closed.", "괄호가 닫히지 않았어요.")
        case .repeating:
            (
                "Which digits repeat? Please write them twice and then \"...\".",
                "어떤 숫자가 되풀이되나요? 두 번 쓰고 \"...\"을 붙여 주세요."
            )
        case .otherUnknown:
            ("That is about another letter than the one asked for.", "묻는 문자와 다른 문자예요.")
        case .lostPower:
            ("Please write the power with ^, like 1.4*10^-2.", "거듭제곱은 1.4*10^-2처럼 ^를 써서 나타내 주세요.")
        case .trailing:
            (
                "I understood only a part of that; please write the answer alone.",
                "일부만 읽을 수 있었어요. 답만 써 주세요."
            )
        case .clockTime: ("Please write the time like 5:30 pm.", "시각은 오후 5시 30분처럼 써 주세요.")
        case .missingNumber: ("A number is missing there.", "수가 빠져 있어요.")
        case .unequalSides:
            (
                "The two sides of \"=\" are not equal; please look at your calculation again.",
                "등호의 양쪽이 서로 달라요. 식을 다시 살펴보세요."
            )
        case .moneyInBrackets:
            (
                "Money in brackets can mean a loss; please write it without them, with - for a loss.",
                "괄호 안의 금액은 손해를 뜻할 수 있어요. 괄호 없이 써 주세요. 손해라면 -를 붙여 주세요."
            )
        }
    }
}
