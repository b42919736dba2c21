#if canImport(Glibc)
internal import Glibc
#endif

/// The grade that the engine's relations alone speak for: the opinion where there is no model, and
/// one voice beside the learned ones, because relations hold on problems that nobody has seen.
///
/// The weights are judgements: how much a sign of reasoning speaks for it, in logits.
struct ThinkingRules {
    let relations: ExplanationRelations

    /// The grades of the contract, in the order of `LabelSet.grades`.
    enum Grade: Int {
        case correct, partial, misconception, unclear
    }

    /// The probabilities of the grades.
    var opinion: [Float] {
        var grades = [Float](repeating: 0, count: 4)
        func share(_ reasoned: Double, _ named: Grade, slip: Float) {
            let sure = Float(1 / (1 + exp(-reasoned)))
            grades[Grade.unclear.rawValue] = (1 - sure) * (1 - slip)
            grades[named.rawValue] += sure * (1 - slip)
        }
        switch relations.standing {
        case .right:
            share(rightReasoning, .correct, slip: 0.02)
            grades[Grade.misconception.rawValue] = 0.02
        case .form:
            share(rightReasoning + 1, .partial, slip: 0.1)
            grades[Grade.misconception.rawValue] = 0.1
        case .wrong where relations.answerIsOnePart && !relations.isListed:
            share(wrongReasoning, .partial, slip: 0.1)
            grades[Grade.misconception.rawValue] = 0.1
        case .wrong:
            share(wrongReasoning, .misconception, slip: 0.02)
            grades[Grade.partial.rawValue] += 0.02
        case .unknown:
            share(unknownReasoning, .partial, slip: 0.02)
            grades[Grade.misconception.rawValue] = 0.02
        }
        return grades
    }

    /// Signs that hold whatever the answer is.
    private var reasoning: Double {
        let it = relations
        var sum = 0.0
        if it.words.isEmpty { return -5 }
        if it.isGuess { sum -= 3.5 }
        if it.isVague { sum -= 1.1 }
        sum += [-0.7, 0, 0.5, 0.9][min(it.differentNumbers, 3)]
        sum += [-0.9, 0.1, 0.5, 0.8][min(it.mathematicalWords, 3)]
        if it.ownWordCount < 4 { sum -= 0.5 }
        if it.ownWordCount > 8 { sum += 0.3 }
        if it.ownWordCount > 20 { sum += 0.2 }
        sum += [0, 0.2, 0.3, 0.4][min(it.sharedWords, 3)]
        if it.numeralCount == 0, it.mathematicalWords == 0, it.sharedWords == 0 { sum -= 1.2 }
        if it.hasConnective { sum += 0.1 }
        if it.isQuotation { sum -= 5 }
        if it.isRepetition { sum -= 5 }
        return sum
    }

    /// What shuffled words take away: praise for them would be false, doubt costs one question.
    private var disorder: Double {
        switch relations.order {
        case .shuffled: 7
        case .halting: relations.isKorean ? 2 : 3
        case .fluent: 0
        }
    }

    private var rightReasoning: Double {
        let it = relations
        var sum = 0.55 + reasoning - disorder
        if it.saysTaskBack {
            sum -= 2.2
        } else if it.leavesSignOut {
            sum -= 3.5
        } else {
            sum += [0, 1.3, 1.8][min(it.trueEquations.count, 2)]
            if it.leads(to: it.key) { sum += 0.5 }
        }
        let falseCount = it.equations.count - it.trueEquations.count
        sum -= [0, 0.9, 1.4][min(falseCount, 2)]
        if it.isDenial { sum -= 4 }
        if it.takesBack { sum -= 4 }
        // The answer said once more is no reason.
        if it.hasKey, it.numeralCount == 1, it.mathematicalWords < 2 { sum -= 0.5 }
        if it.numeralCount > 1, it.trueEquations.isEmpty, !it.operations.isEmpty {
            sum += it.operations.isDisjoint(with: it.keyOperations) ? -0.1 : 0.4
        }
        return sum
    }

    private var wrongReasoning: Double {
        let it = relations
        var sum = 0.25 + reasoning
        if it.leads(to: it.answer) { sum += 1 }
        if it.hasKey, !it.hasAnswer { sum -= 0.6 }
        if it.leads(to: it.key) { sum -= 0.6 }
        if !it.operations.isEmpty { sum += 0.2 }
        if !it.operations.isDisjoint(with: it.answerOperations) { sum += 0.4 }
        if it.isListed { sum += 0.5 }
        return sum
    }

    private var unknownReasoning: Double {
        reasoning + [0, 1, 1.5][min(relations.trueEquations.count, 2)]
    }
}
