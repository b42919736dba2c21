import Foundation
import LearnerModel
import Mathematics

/// One line of a file to import, read and checked.
enum ImportedLine {
    case attempt(Attempt)
    case learner(Learner)
    case setting(learner: String, key: String, value: String)
    case label(Label)
    case modelNote(ModelNote)
    /// A kind of record that this version computes anew or does not know.
    case other

    /// Why a line cannot be taken.
    struct Refusal: Error {
        let reason: String
    }

    init(_ bytes: Data) throws {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Refusal(reason: "the text is not UTF-8")
        }
        let fields: Fields
        do {
            fields = try JSONDecoder().decode(Fields.self, from: bytes)
        } catch {
            throw Refusal(reason: Self.reason(error))
        }
        switch fields.kind {
        case nil: self = .attempt(try fields.attempt())
        case "learner":
            self = .learner(
                Learner(
                    id: try fields.name(\.id, "id"), name: try fields.name(\.name, "name"),
                    created: try fields.moment(fields.created)))
        case "setting":
            self = .setting(
                learner: fields.learner ?? "", key: try fields.name(\.key, "key"),
                value: try fields.required(fields.value, "value"))
        case "label": self = .label(try fields.labelRecord())
        case "modelNote": self = .modelNote(try fields.modelNote())
        default: self = .other
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .typeMismatch(_, let context): "\"\(key(context))\" has another type"
        case .valueNotFound(_, let context): "\"\(key(context))\" is null"
        case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        default: "the line is not a JSON object"
        }
    }

    private static func key(_ context: DecodingError.Context) -> String {
        context.codingPath.last?.stringValue ?? "line"
    }
}

/// Every key that a line may have.
private struct Fields: Decodable {
    let kind, id, time, learner, skill, template, language, text, expected, spec: String?
    let input, explanation, verdict, reason, misconception, model, outcome, purpose: String?
    let name, created, key, value, task, label, source, event, detail: String?
    let level, hints, milliseconds, utcOffset: Int?
    let `try`: Int?
    let seed: UInt64?
    let counted: Bool?

    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw ImportedLine.Refusal(reason: "\"\(name)\" is missing") }
        return value
    }

    /// A value that names something and must not disturb a terminal.
    func name(_ path: KeyPath<Fields, String?>, _ name: String) throws -> String {
        let text = try required(self[keyPath: path], name)
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isPlain, text.utf8.count <= 1024 else {
            throw ImportedLine.Refusal(reason: "\"\(name)\" is too long or has control characters")
        }
        return text
    }

    func moment(_ text: String?) throws -> Int64 {
        let text = try required(text, "time")
        guard let moment = Timestamp(iso8601: text) else {
            throw ImportedLine.Refusal(reason: "\"time\" is not a time")
        }
        return moment.milliseconds
    }

    func word<Word: RawRepresentable<String>>(
        _ text: String?, _ name: String, default word: Word? = nil
    ) throws -> Word {
        if text == nil, let word { return word }
        guard let value = Word(rawValue: try required(text, name)) else {
            throw ImportedLine.Refusal(reason: "\"\(name)\" has an unknown value")
        }
        return value
    }

    func attempt() throws -> Attempt {
        if reason != nil { _ = try name(\.reason, "reason") }
        if misconception != nil { _ = try name(\.misconception, "misconception") }
        let attempt = Attempt(
            id: try name(\.id, "id"), time: try moment(time), utcOffset: utcOffset ?? 0,
            learner: try name(\.learner, "learner"), skill: try name(\.skill, "skill"),
            template: try name(\.template, "template"), level: try required(level, "level"),
            seed: try required(seed, "seed"), language: try word(language, "language"),
            text: try required(text, "text"), expected: try required(expected, "expected"),
            specification: try name(\.spec, "spec"), input: try required(input, "input"),
            explanation: explanation, outcome: try word(outcome, "outcome", default: .answered),
            verdict: try word(verdict, "verdict"), reason: reason,
            counted: try required(counted, "counted"), misconception: misconception,
            hints: try required(hints, "hints"), tryNumber: self.try ?? 1,
            milliseconds: try required(milliseconds, "milliseconds"),
            model: try name(\.model, "model"),
            purpose: try word(purpose, "purpose", default: .learning))
        guard attempt == attempt.storable() else {
            throw ImportedLine.Refusal(reason: "a text is too long or has a zero byte")
        }
        do throws(LearnerStoreError) {
            try LearnerStore.requireName(attempt.learner)
            try attempt.requireBounds()
        } catch {
            guard case .invalid(let reason) = error else { throw error }
            throw ImportedLine.Refusal(reason: reason)
        }
        return attempt
    }

    func labelRecord() throws -> Label {
        Label(
            id: try name(\.id, "id"), time: try moment(time),
            learner: try name(\.learner, "learner"), task: try name(\.task, "task"),
            text: try required(text, "text"), label: try name(\.label, "label"),
            source: try name(\.source, "source"))
    }

    func modelNote() throws -> ModelNote {
        ModelNote(
            id: try name(\.id, "id"), time: try moment(time), model: try name(\.model, "model"),
            event: try name(\.event, "event"), detail: try required(detail, "detail"))
    }
}
