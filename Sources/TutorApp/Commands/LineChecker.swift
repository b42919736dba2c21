import Foundation
import Mathematics

/// Checks JSON Lines from standard input as they come.
struct LineChecker {
    let language: Language?
    private var number = 0
    private var keys: [String: AnswerKey] = [:]

    init(language: Language?) {
        self.language = language
    }

    /// The length from which a line is refused unread.
    private static let longestLine = 4_000_000

    mutating func run() {
        var pending: [UInt8] = []
        var isTooLong = false
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            var output = ""
            var start = 0
            for index in 0..<count where buffer[index] == UInt8(ascii: "\n") {
                pending += buffer[start..<index]
                output += answer(isTooLong ? [] : pending, isTooLong: isTooLong)
                pending.removeAll(keepingCapacity: true)
                isTooLong = false
                start = index + 1
            }
            pending += buffer[start..<count]
            if pending.count > Self.longestLine {
                isTooLong = true
                pending.removeAll()
            }
            write(output)
        }
        if !pending.isEmpty || isTooLong { write(answer(pending, isTooLong: isTooLong)) }
    }

    private func write(_ text: String) {
        guard !text.isEmpty else { return }
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    private mutating func answer(_ bytes: [UInt8], isTooLong: Bool) -> String {
        number += 1
        if isTooLong { return failure("the line is too long") }
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return "" }
        do {
            let request = try request(bytes)
            let verdict = try request.verdict(using: key(of: request))
            return verdict.json(id: request.id) + "\n"
        } catch {
            return failure("\(error)")
        }
    }

    private func failure(_ message: String) -> String {
        var line = OrderedJSON()
        line.add("line", raw: String(number))
        line.add("error", message)
        return line.text + "\n"
    }

    /// The keys of a class are few and its answers are many.
    private mutating func key(of request: CheckRequest) throws -> AnswerKey {
        if let key = keys[request.keyText] { return key }
        let key = try request.key()
        if keys.count > 5_000 { keys.removeAll() }
        keys[request.keyText] = key
        return key
    }

    private struct LineError: Error, CustomStringConvertible {
        let description: String
    }

    private func request(_ bytes: [UInt8]) throws -> CheckRequest {
        let repaired = Data(String(decoding: bytes, as: UTF8.self).utf8)
        // The parser's own message names bytes; the line number says enough.
        guard let object = try? JSONSerialization.jsonObject(with: repaired) as? [String: Any]
        else {
            throw LineError(description: "the line is not a JSON object")
        }
        guard let expected = Self.text(object["expected"]) else {
            throw LineError(description: "\"expected\" is missing")
        }
        guard let input = Self.text(object["input"]) else {
            throw LineError(description: "\"input\" is missing")
        }
        let specification = Self.text(object["spec"])
        var language = language
        if let code = Self.text(object["language"]) {
            guard let known = Language(rawValue: code) else {
                throw LineError(description: "\"language\" must be en or ko")
            }
            language = known
        }
        return CheckRequest(
            id: object["id"].flatMap(Self.json), expected: expected, input: input,
            specification: specification, language: language)
    }

    /// A string, or a number as it would be written.
    private static func text(_ value: Any?) -> String? {
        if let text = value as? String { return text }
        guard let number = value as? NSNumber else { return nil }
        return number.stringValue
    }

    private static func json(_ value: Any) -> String? {
        if let text = value as? String { return JSONLine.quoted(text) }
        if value is NSNull { return "null" }
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.fragmentsAllowed, .withoutEscapingSlashes])
        else {
            // Only what came out of the parser goes in, so this is not reached by any line.
            return nil
        }
        return String(decoding: data, as: UTF8.self)
    }
}
