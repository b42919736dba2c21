/// Why a practice session could not go on; nothing that was acknowledged is lost.
public enum TutoringError: Error, Sendable, Hashable {
    /// The attempt could not be stored; the detail says why, and whether the file is damaged.
    case notStored(detail: String, exitCode: Int32)
    /// No problem could be made for the skill.
    case noProblem(skill: String, detail: String)
    /// The data has no skill of that name.
    case unknownSkill(String)
}
