import Mathematics
import Retraining

/// How a training is spoken of in lines.
enum TrainingPhrases {
    /// What the training is doing.
    static func stage(_ progress: TrainingProgress, in language: Language) -> String {
        let isKorean = language == .korean
        switch progress.phase {
        case .preparing:
            let count = progress.toDraw > 0 ? " \(progress.drawn)/\(progress.toDraw)" : ""
            return (isKorean ? "문제 만들기" : "making problems") + count
        case .warmingUp: return isKorean ? "첫 연습" : "warming up"
        case .training: return isKorean ? "학습" : "learning"
        case .paused: return isKorean ? "멈춤" : "paused"
        case .evaluating: return isKorean ? "모델 비교" : "comparing models"
        case .finished, .cancelled, .failed: return ""
        }
    }

    /// What came of the training: the decision, then each condition on a line of its own.
    static func result(
        _ outcome: Retraining.TrainingOutcome, isASCII: Bool, in language: Language
    ) -> String {
        let isKorean = language == .korean
        var lines = ["\(isKorean ? "모델" : "Model") \(outcome.version.id)."]
        guard !outcome.version.decision.isEmpty else { return lines[0] }
        lines[0] += " " + outcome.decision.sentence(in: language)
        if outcome.decision.isPromoted {
            let sentence = PromotionDecision.trialSentence(in: language)
            let atOnce = "mathtutor models use \(outcome.version.id)"
            lines[0] += " \(sentence) \(isKorean ? "바로 쓰려면" : "At once"): \(atOnce)"
        }
        for check in outcome.decision.checks {
            let mark =
                switch check.holds {
                case true?: isASCII ? "ok" : "✓"
                case false?: isASCII ? "no" : "✗"
                case nil: "?"
                }
            lines.append("  \(mark) \(check.line(in: language))")
        }
        let labels = outcome.labels
        lines.append(
            isKorean
                ? "사람이 알려 준 것: 배운 것 \(labels.training.count)개, 시험용으로 남긴 것 \(labels.aside.count)개."
                : "From people: learned from \(labels.training.count), kept aside to measure with "
                    + "\(labels.aside.count).")
        return lines.joined(separator: "\n")
    }
}
