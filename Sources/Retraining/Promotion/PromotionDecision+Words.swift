public import Mathematics

extension PromotionDecision {
    /// Returns what was decided and why, in words that need no explanation.
    public func sentence(in language: Language) -> String {
        let isKorean = language == .korean
        if isUnknown {
            return isKorean
                ? "따로 남겨 둔 문제가 \(both.count)개뿐이라 아직 알 수 없어요. 쓰던 모델을 그대로 써요."
                : "Only \(both.count) problems were kept aside, which is too few to tell. "
                    + "The model you had stays."
        }
        let result = comparison(isKorean)
        if isPromoted {
            return isKorean ? "새 모델이 더 잘 읽어요. \(result)" : "The new model reads better. \(result)"
        }
        let stays = isKorean ? "쓰던 모델을 그대로 써요." : "The model you had stays."
        return "\(stays) \(result) \(reason(isKorean))"
    }

    /// Returns what becomes of a model that the gate let pass.
    public static func trialSentence(in language: Language) -> String {
        language == .korean
            ? "이제 소리 없이 문제 \(ModelRegistry.trialLength)개를 함께 읽고, 쓰던 모델만큼 잘 읽으면 그때부터 써요."
            : "It now reads \(ModelRegistry.trialLength) problems along in silence, and takes over if it "
                + "does as well as the one you have."
    }

    /// How many of 100 problems each model reads right.
    private func comparison(_ isKorean: Bool) -> String {
        let (new, old) = (Self.hundredths(newAccuracy), Self.hundredths(oldAccuracy))
        return isKorean
            ? "처음 보는 문제 100개에서 새 모델은 \(new)개, 쓰던 모델은 \(old)개를 맞게 읽어요."
            : "Of 100 problems that neither has seen, the new one reads \(new) right and the one "
                + "you had \(old)."
    }

    /// The first condition that does not hold, as a reason.
    private func reason(_ isKorean: Bool) -> String {
        guard let check = checks.first(where: { $0.holds == false }) else { return "" }
        let (english, korean) =
            switch check.condition {
            case .sound: ("Its file could not be read back.", "저장한 파일을 다시 읽을 수 없었어요.")
            case .gain: ("That is not clearly better.", "더 낫다고 할 만큼은 아니에요.")
            case .enough, .luck: ("That could be luck.", "우연일 수도 있어요.")
            case .heads, .parts: ("But it forgot something it could do.", "그런데 할 줄 알던 것을 잊었어요.")
            case .factory:
                (
                    "But the model that came with the program is better.",
                    "그런데 처음부터 있던 모델이 더 나아요."
                )
            case .best: ("But an earlier model was better.", "그런데 예전 모델이 더 나았어요.")
            case .calibration: ("But it is too sure of itself.", "그런데 틀릴 때도 너무 자신 있어 해요.")
            case .nonsense:
                ("But it claims to understand nonsense.", "그런데 말이 안 되는 글도 안다고 해요.")
            case .praise:
                ("But it praises reasons that are wrong.", "그런데 틀린 설명을 맞다고 해요.")
            case .grades:
                (
                    "But it understands explanations less well.",
                    "그런데 설명을 전만큼 알아듣지 못해요."
                )
            case .attacks:
                (
                    "But it takes words that are no reason for one.",
                    "그런데 설명이 아닌 글을 설명이라고 해요."
                )
            case .churn: ("But it changed its mind on too much.", "그런데 너무 많은 것을 다르게 읽어요.")
            case .size: ("But it is too slow or too large.", "그런데 너무 느리거나 커요.")
            }
        return isKorean ? korean : english
    }

    /// A share as a whole number of hundredths.
    static func hundredths(_ share: Double) -> Int { Int((share * 100).rounded()) }
}

extension PromotionDecision.Check {
    /// What was looked at and what was found, in the learner's language.
    ///
    /// - Parameters:
    ///   - language: the language of the words.
    ///   - name: gives the name of a leaf.
    /// - Returns: a line of at most some seventy letters.
    public func line(in language: Language, name: (String) -> String = { $0 }) -> String {
        let isKorean = language == .korean
        let (english, korean) = words
        let text = isKorean ? korean : english
        guard let detail = detail(isKorean, name) else { return text }
        return "\(text): \(detail)"
    }

    private var words: (english: String, korean: String) {
        switch condition {
        case .sound: ("saved without damage", "망가지지 않고 저장됐어요")
        case .enough: ("enough problems to compare on", "비교할 문제가 충분해요")
        case .gain: ("reads more right than before", "전보다 더 많이 맞게 읽어요")
        case .luck: ("for sure, even with bad luck", "운이 나빠도 괜찮아요")
        case .heads: ("both the kind and the sum are read as well", "유형도 셈도 전만큼 잘 읽어요")
        case .parts: ("forgot nothing", "잊은 것이 없어요")
        case .factory: ("as good as the model from the start", "처음 모델만큼 잘해요")
        case .best: ("as good as the best so far", "지금까지 가장 좋은 모델만큼 잘해요")
        case .calibration: ("knows when it may be wrong", "틀릴 수 있을 때를 알아요")
        case .nonsense: ("does not claim to understand nonsense", "말이 안 되는 글은 모른다고 해요")
        case .praise: ("praises only what is right", "맞는 설명만 칭찬해요")
        case .grades: ("understands explanations as well", "설명을 전만큼 알아들어요")
        case .attacks: ("is not taken in by mere words", "말만 많은 글에 속지 않아요")
        case .churn: ("reads most problems as before", "대부분의 문제를 전처럼 읽어요")
        case .size: ("quick and small", "빠르고 작아요")
        }
    }

    private func detail(_ isKorean: Bool, _ name: (String) -> String) -> String? {
        switch condition {
        case .enough:
            if holds == nil {
                return isKorean
                    ? "\(Int(figure))개로는 아직 알 수 없어요" : "\(Int(figure)) are not enough to tell"
            }
            return isKorean ? "\(Int(figure))개" : "\(Int(figure))"
        case .gain, .luck, .heads: return holds == nil ? nil : Self.inHundred(figure, isKorean)
        case .parts:
            guard let part, figure < 0 else { return nil }
            let what = Self.name(of: part, isKorean, name)
            return "\(what), \(Self.inHundred(figure, isKorean))"
        case .churn:
            let count = PromotionDecision.hundredths(figure)
            return isKorean ? "100개에 \(count)개가 달라요" : "\(count) in 100 differ"
        case .sound, .factory, .best, .calibration, .nonsense, .praise, .grades, .attacks, .size:
            return nil
        }
    }

    private static func name(
        of part: PromotionDecision.Part, _ isKorean: Bool, _ name: (String) -> String
    ) -> String {
        switch part.kind {
        case .language:
            let isKoreanPart = part.name == "ko"
            return isKorean
                ? (isKoreanPart ? "한국어" : "영어") : (isKoreanPart ? "Korean" : "English")
        case .strand: return isKorean ? "\(part.name) 영역" : "area \(part.name)"
        case .leaf: return name(part.name)
        case .operation: return isKorean ? operationKorean(part.name) : part.name
        }
    }

    private static func operationKorean(_ name: String) -> String {
        switch name {
        case "addition": "덧셈"
        case "subtraction": "뺄셈"
        case "multiplication": "곱셈"
        case "division": "나눗셈"
        default: "다른 셈"
        }
    }

    /// A difference of shares as problems in a hundred.
    static func inHundred(_ change: Double, _ isKorean: Bool) -> String {
        let count = PromotionDecision.hundredths(abs(change))
        guard count > 0 else { return isKorean ? "거의 같아요" : "about the same" }
        if change < 0 {
            return isKorean ? "100개에 \(count)개 덜 맞혀요" : "\(count) in 100 fewer"
        }
        return isKorean ? "100개에 \(count)개 더 맞혀요" : "\(count) in 100 more"
    }
}
