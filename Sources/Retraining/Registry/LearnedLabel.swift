internal import Foundation
internal import LearnerStore

/// One of the labels that a model learned from, as it lies in the model's folder.
public struct LearnedLabel: Sendable, Hashable, Codable {
    /// The identifier of the label in the record.
    public let label: String
    /// When it was given, in milliseconds since 1970.
    public let time: Int64
    /// The identifier of the learner.
    public let learner: String
    /// Who said it.
    public let source: String
    /// The text.
    public let text: String
    /// The kind that it was said to be.
    public let kind: String
    /// Whether it was kept aside to measure with instead.
    public let isKeptAside: Bool

    /// The name of the file in a model's folder.
    static let fileName = "learned.jsonl"

    static func lines(_ selection: LabelPolicy.Selection, policy: LabelPolicy) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let all =
            selection.training.map { LearnedLabel($0, isKeptAside: false) }
            + selection.aside.map { LearnedLabel($0, isKeptAside: true) }
        return all.map { label in
            do {
                return String(decoding: try encoder.encode(label), as: UTF8.self) + "\n"
            } catch {
                preconditionFailure("a label could not be written as JSON: \(error)")
            }
        }.joined()
    }

    private init(_ label: Label, isKeptAside: Bool) {
        self.label = label.id
        time = label.time
        learner = label.learner
        source = label.source
        text = label.text
        kind = label.label
        self.isKeptAside = isKeptAside
    }
}

extension ModelRegistry {
    /// What people's labels a model learned from, oldest first; empty where there were none.
    public func learnedLabels(of id: String) -> [LearnedLabel] {
        guard hasVersion(id), id != ModelVersion.factoryID else { return [] }
        let file = directory.appending(path: id).appending(path: LearnedLabel.fileName)
        // A version of an older program has no such file; a line that is damaged is left out.
        guard let data = try? Data(contentsOf: file) else { return [] }
        let decoder = JSONDecoder()
        return data.split(separator: UInt8(ascii: "\n")).compactMap {
            try? decoder.decode(LearnedLabel.self, from: $0)
        }
    }
}
