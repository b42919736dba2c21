import ArgumentParser
import Foundation
import LearnerModel
import Mathematics

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Replays a practice log and says how well each answer was predicted.",
        discussion: """
            The log is tab-separated, `learner skill item correct [seconds]`, in order; skill and \
            item are any strings, skill may be empty or several joined by ~. Each answer is \
            predicted before it is seen.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(
        help: .init("A log of other learners to learn difficulties from.", valueName: "file"))
    var warm: String?

    @Argument(help: "The log to replay.")
    var file: String

    func run() throws {
        var trace = PracticeTrace()
        if let warm {
            try reading(warm) { (bytes) throws(TraceLogError) in try trace.warmUp(bytes) }
        }
        let report = try reading(file) { (bytes) throws(TraceLogError) in
            try trace.replay(bytes)
        }
        try StandardOutput.line(global.json ? report.json : report.text(global.languageInForce()))
    }

    private func reading<Result>(
        _ path: String, _ work: ([UInt8]) throws(TraceLogError) -> Result
    ) throws(Failure) -> Result {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw Failure(
                .failed, english: "cannot read \(path): \(error.localizedDescription)",
                korean: "\(path) 파일을 읽을 수 없어요: \(error.localizedDescription)")
        }
        do {
            return try work(bytes)
        } catch {
            throw Failure(path, error)
        }
    }
}

extension Failure {
    fileprivate init(_ path: String, _ error: TraceLogError) {
        switch error {
        case .badLine(let number):
            self.init(
                .failed,
                english: """
                    line \(number) of \(path) is no answer.
                    A line is  learner TAB skill TAB item TAB 0 or 1 [TAB seconds]
                    """,
                korean: """
                    \(path) 파일의 \(number)번째 줄은 답이 아니에요.
                    한 줄은  학습자 TAB 기능 TAB 문항 TAB 0 또는 1 [TAB 초]  모양이어야 해요.
                    """)
        case .tooLong(let most):
            self.init(
                .failed, english: "\(path) has more than \(most) lines",
                korean: "\(path) 파일이 \(most)줄보다 길어요")
        }
    }
}

extension TraceReport {
    /// One JSON object on one line.
    fileprivate var json: String {
        "{\"answers\":\(answers),\"auc\":\(auc),\"logLoss\":\(logLoss),\"brier\":\(brier),"
            + "\"ece\":\(ece)}"
    }

    fileprivate func text(_ language: Language) -> String {
        let numbers = [auc, logLoss, brier, ece].map { String(format: "%.4f", $0) }
        return switch language {
        case .english:
            """
            answers    \(answers)
            AUC        \(numbers[0])   1 is perfect, 0.5 is guessing
            log-loss   \(numbers[1])   smaller is better
            Brier      \(numbers[2])   smaller is better
            ECE        \(numbers[3])   how far chances are from what happened
            """
        case .korean:
            """
            답의 수     \(answers)
            AUC        \(numbers[0])   1이면 완벽하고 0.5면 찍기와 같아요
            로그 손실   \(numbers[1])   작을수록 좋아요
            브라이어    \(numbers[2])   작을수록 좋아요
            ECE        \(numbers[3])   예상과 실제가 얼마나 다른지예요
            """
        }
    }
}
