import Foundation
import Glibc
import Mathematics
import Retraining
import Synchronization

/// Shows how a training stands: a bar on a terminal, JSON Lines for programs, a line for each pass
/// otherwise.
final class TrainingPrinter: Sendable {
    private struct State {
        var epoch = 0
        var failure: RetrainingError?
    }

    private let isJSON: Bool
    private let isASCII: Bool
    private let language: Language
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private let state = Mutex(State())

    init(isJSON: Bool, isASCII: Bool, language: Language) {
        self.isJSON = isJSON
        self.isASCII = isASCII
        self.language = language
    }

    /// Why the training came to nothing, once it has.
    var failure: RetrainingError? { state.withLock { $0.failure } }

    /// Shows one report.
    @Sendable func show(_ progress: TrainingProgress) {
        if case .failed(let error) = progress.phase { state.withLock { $0.failure = error } }
        do {
            if isJSON {
                try StandardOutput.line(TrainingEventJSON.text(progress))
            } else if isTerminal {
                try bar(progress)
            } else {
                try lines(progress)
            }
        } catch {
            // Nobody reads any more; the training itself goes on to its end.
            return
        }
    }

    private func bar(_ progress: TrainingProgress) throws(Failure) {
        let cells = 30
        let share = share(progress)
        let full = min(Int(share * Double(cells)), cells)
        let (on, off) = isASCII ? ("#", "-") : ("█", "░")
        let bar =
            String(repeating: on, count: full) + String(repeating: off, count: cells - full)
        let percent = Int(share * 100)
        let loss = progress.loss.map { Self.decimal(Double($0)) } ?? ""
        let rest = progress.remainingSeconds.map { "\(Int($0.rounded(.up))) s" } ?? ""
        let words = language == .korean ? ("손실", "남은 시간") : ("loss", "left")
        var line = "\r\u{1B}[K[\(bar)] \(percent)%"
        line += "  \(TrainingPhrases.stage(progress, in: language))"
        if !loss.isEmpty { line += "  \(words.0) \(loss)" }
        if !rest.isEmpty { line += "  \(words.1) \(rest)" }
        try StandardOutput.text(line)
        if let result = result(progress) { try StandardOutput.text("\n\(result)\n") }
    }

    /// The share of the training, or of what comes before and after it.
    private func share(_ progress: TrainingProgress) -> Double {
        switch progress.phase {
        case .preparing, .warmingUp, .evaluating: progress.phaseFraction
        default: progress.fraction
        }
    }

    private func lines(_ progress: TrainingProgress) throws(Failure) {
        let isNew = state.withLock { state in
            guard progress.measuredEpoch > state.epoch else { return false }
            state.epoch = progress.measuredEpoch
            return true
        }
        if isNew { try StandardOutput.line(pass(progress)) }
        if let result = result(progress) { try StandardOutput.line(result) }
    }

    private func pass(_ progress: TrainingProgress) -> String {
        let loss = Self.decimal(Double(progress.loss ?? 0))
        let leaf = Self.decimal(progress.leafAccuracy ?? 0)
        let operation = Self.decimal(progress.operationAccuracy ?? 0)
        return language == .korean
            ? "\(progress.measuredEpoch)번째: 손실 \(loss), 처음 보는 문제에서 종류 \(leaf), 셈 \(operation)"
            : "pass \(progress.measuredEpoch): loss \(loss), on unseen templates kind \(leaf), "
                + "operation \(operation)"
    }

    private func result(_ progress: TrainingProgress) -> String? {
        switch progress.phase {
        case .finished(let outcome):
            return TrainingPhrases.result(outcome, isASCII: isASCII, in: language)
        default: return nil
        }
    }

    private static func decimal(_ value: Double) -> String {
        String(format: "%.3f", value)
    }
}

/// Reports of a training as JSON.
enum TrainingEventJSON {
    static func text(_ progress: TrainingProgress) -> String {
        var pairs = [
            ("event", JSONLine.quoted(name(progress.phase))), ("epoch", "\(progress.epoch)"),
            ("epochs", "\(progress.epochs)"), ("progress", number(progress.fraction)),
            ("seconds", number(progress.seconds)),
        ]
        if progress.toDraw > 0 {
            pairs += [("drawn", "\(progress.drawn)"), ("toDraw", "\(progress.toDraw)")]
        }
        pairs.append(("phaseProgress", number(progress.phaseFraction)))
        if let bytes = progress.residentBytes { pairs.append(("memory", "\(bytes)")) }
        pairs.append(("memoryLimit", "\(progress.memoryLimit)"))
        if let champion = progress.championAccuracy {
            pairs.append(("championAccuracy", number(champion)))
        }
        if let loss = progress.loss { pairs.append(("loss", number(Double(loss)))) }
        if let leaf = progress.leafAccuracy { pairs.append(("accuracy", number(leaf))) }
        if let operation = progress.operationAccuracy {
            pairs.append(("operationAccuracy", number(operation)))
        }
        if let rest = progress.remainingSeconds { pairs.append(("remaining", number(rest))) }
        switch progress.phase {
        case .finished(let outcome): pairs += result(outcome)
        case .failed(let error): pairs.append(("error", JSONLine.quoted("\(error)")))
        default: break
        }
        return "{" + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private static func result(_ outcome: Retraining.TrainingOutcome) -> [(String, String)] {
        let both = outcome.decision.both
        return [
            ("model", JSONLine.quoted(outcome.version.id)),
            ("promoted", "\(outcome.decision.isPromoted && !outcome.version.decision.isEmpty)"),
            ("heldOutAccuracy", number(outcome.version.leafAccuracy)),
            ("heldOutOperationAccuracy", number(outcome.version.operationAccuracy)),
            (
                "difference",
                "[\(number(both.mean)), \(number(both.lower)), \(number(both.upper))]"
            ),
            ("heldOutRows", "\(both.count)"), ("previous", JSONLine.quoted(outcome.previous)),
            ("checks", "[\(outcome.decision.checks.map(check).joined(separator: ", "))]"),
            ("labels", "\(outcome.labels.training.count)"),
            ("labelsKeptAside", "\(outcome.labels.aside.count)"),
            ("labelsLeftOut", "{\(leftOut(outcome.labels))}"),
            ("decision", JSONLine.quoted(outcome.version.decision)),
        ]
    }

    private static func check(_ check: PromotionDecision.Check) -> String {
        let holds = check.holds.map { "\($0)" } ?? "null"
        let part = check.part.map { ", \"part\": \(JSONLine.quoted($0.name))" } ?? ""
        return "{\"check\": \(JSONLine.quoted(check.condition.rawValue)), "
            + "\"holds\": \(holds), \"figure\": \(number(check.figure))\(part)}"
    }

    private static func leftOut(_ labels: LabelPolicy.Selection) -> String {
        labels.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\(JSONLine.quoted($0.key.rawValue)): \($0.value)" }.joined(separator: ", ")
    }

    private static func name(_ phase: TrainingProgress.Phase) -> String {
        switch phase {
        case .preparing: "preparing"
        case .warmingUp: "baseline"
        case .training: "training"
        case .paused: "paused"
        case .evaluating: "evaluating"
        case .finished: "finished"
        case .cancelled: "cancelled"
        case .failed: "failed"
        }
    }

    private static func number(_ value: Double) -> String {
        "\((value * 10_000).rounded() / 10_000)"
    }
}
