internal import Foundation

extension ModelRegistry {
    /// The identifiers of labels that wait outside because models got worse with them.
    public func quarantine() -> Set<String> {
        // No such file means that nothing waits.
        guard let text = try? String(contentsOf: quarantineFile, encoding: .utf8) else { return [] }
        return Set(text.split(separator: "\n").map(String.init))
    }

    /// Lets the labels that wait outside count again.
    public func endQuarantine() {
        // Where there is no such file nothing waits.
        try? FileManager.default.removeItem(at: quarantineFile)
    }

    /// Where the two newest models that learned from people both came out worse, the labels that they
    /// have and the model in use has not are kept outside.
    func quarantineIfRefusedTwice() throws(ModelRegistryError) {
        let taught = versions().filter { !$0.isFactory && $0.labelRows > 0 }.suffix(2)
        guard taught.count == 2, taught.allSatisfy({ $0.isWorse == true }) else { return }
        let known = Set(learnedLabels(of: currentID).map(\.label))
        let newest = taught.flatMap { learnedLabels(of: $0.id).map(\.label) }
        let outside = quarantine().union(newest).subtracting(known)
        guard !outside.isEmpty else { return }
        try Self.write(outside.sorted().joined(separator: "\n") + "\n", to: quarantineFile)
    }

    private var quarantineFile: URL { directory.appending(path: "quarantine") }
}
