import Retraining

/// What was chosen about training for the whole machine, as it is kept in the record.
enum TrainingSettings {
    /// The setting with the sources and learners whose labels no longer train.
    static let takenBackKey = "training.takenBack"

    /// The setting that says whether training may begin by itself; absent where nobody was asked.
    static let aloneKey = "training.automatic"

    /// Reads the sources and learners, separated by line ends.
    static func takenBack(_ stored: String?) -> Set<String> {
        Set((stored ?? "").split(separator: "\n").map(String.init))
    }

    /// Writes them.
    static func stored(_ takenBack: Set<String>) -> String? {
        takenBack.isEmpty ? nil : takenBack.sorted().joined(separator: "\n")
    }
}
