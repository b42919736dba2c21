import ArgumentParser
import Foundation
import LearnerModel
import LearnerStore
import Mathematics

struct ProfilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "Lists, renames and erases learners.",
        subcommands: [List.self, Rename.self, Erase.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the learners.")

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let store = try global.openStore(.viewing)
            for learner in try Failure.ofStore(store.learners) {
                let last = try Failure.ofStore { () throws(LearnerStoreError) in
                    try store.newestAttempts(of: learner.id, limit: 1).first
                }
                let moment = last.map { Timestamp($0.attempt.time).iso8601 }
                try StandardOutput.line(
                    global.json
                        ? """
                        {"id":\(JSONLine.quoted(learner.id)),\
                        "name":\(JSONLine.quoted(learner.name)),\
                        "last":\(moment.map(JSONLine.quoted) ?? "null")}
                        """ : "\(learner.name)  \(moment ?? "-")")
            }
        }
    }

    struct Rename: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Gives a learner another name.")

        @Argument(help: "The present name.") var name: String
        @Argument(help: "The new name.") var newName: String

        @OptionGroup var global: GlobalOptions

        func run() throws {
            guard !Guest.isMeant(by: newName) else { throw Failure.guestIsNotKept }
            let store = try global.openStore(.writing)
            try Failure.ofStore { () throws(LearnerStoreError) in
                guard let learner = try store.learner(named: name) else {
                    throw .unknownLearner(name)
                }
                try store.rename(learner: learner.id, to: newName)
            }
            store.close()
        }
    }

    struct Erase: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erases a learner for good, from the record and from every copy of it.")

        @Argument(help: "The learner's name.") var name: String
        @Flag(help: "Do it without asking; needed where there is no terminal.") var yes = false

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let store = try global.openStore(.writing)
            let learner = try Failure.ofStore { () throws(LearnerStoreError) in
                guard let learner = try store.learner(named: name) else {
                    throw .unknownLearner(name)
                }
                return learner
            }
            let question = Consent(
                english: "Erase everything that \(learner.name) did, also from the backups?",
                korean: "\(learner.name)의 기록을 백업까지 모두 지울까요?")
            guard try yes || question.isGiven(in: global.languageInForce()) else { return }
            let report = try Failure.ofStore { () throws(LearnerStoreError) in
                try store.erase(learner: learner.id)
            }
            store.close()
            guard report.remaining.isEmpty else {
                throw Failure.unwritable(
                    report.remaining.joined(separator: ", "), because: "it could not be cleaned")
            }
            try StandardOutput.line(
                global.json
                    ? "{\"erased\":\(report.attempts),\"copies\":\(report.cleanedCopies)}"
                    : sentence(report))
        }

        private func sentence(_ report: ErasureReport) -> String {
            switch global.languageInForce() {
            case .english:
                "Erased: \(EnglishCount.answers(report.attempts)), also from the copies: \(report.cleanedCopies)."
            case .korean:
                "지웠어요: 답 \(report.attempts)개를 복사본 \(report.cleanedCopies)개에서도 지웠어요."
            }
        }
    }
}
