import Foundation
import Mathematics

/// A question that must be answered with yes before something that cannot be undone.
struct Consent {
    let english: String
    let korean: String

    /// Asks on a terminal; without one, only an option can give consent.
    func isGiven(in language: Language) throws(Failure) -> Bool {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw Failure(
                .usage,
                english: "this needs a clear yes.\nTry:  the same command with --yes",
                korean: "분명한 확인이 필요해요.\n이렇게 해 보세요:  같은 명령에 --yes를 붙이세요.")
        }
        StandardOutput.complain((language == .korean ? korean : english) + " [y/N]")
        return ["y", "yes", "네", "예"].contains(readLine()?.lowercased() ?? "")
    }
}
