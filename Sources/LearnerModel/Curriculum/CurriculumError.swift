/// What is wrong with the data that describes the curriculum.
public enum CurriculumError: Error, Sendable, Hashable {
    /// A leaf appears twice.
    case repeatedSkill(String)
    /// A prerequisite is no leaf.
    case unknownPrerequisite(skill: String, prerequisite: String)
    /// These leaves build on each other in a circle.
    case cycle([String])
    /// A line of a data file cannot be understood.
    case badLine(file: String, line: Int, text: String)
    /// A data file cannot be read.
    case unreadable(file: String)
    /// A leaf has no prior difficulty.
    case missingPrior(skill: String)
}
