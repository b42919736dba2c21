import Foundation

/// Lines of JSON from standard input, each a bounded object.
enum JSONLines {
    /// The most bytes of one line; longer ones are refused.
    static let longestLine = 1 << 20

    /// Calls `body` with each object; what it throws is printed in the line's place, and the others
    /// go on.
    static func forEach(
        _ body: ([String: Any]) throws -> String
    ) throws(Failure) {
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let output: String
            do {
                output = try body(try object(line))
            } catch {
                output = "{\"line\": \(number), \"error\": \(JSONLine.quoted("\(error)"))}"
            }
            try StandardOutput.line(output)
        }
    }

    /// Why a line cannot be used.
    struct BadLine: Error, CustomStringConvertible {
        let description: String
    }

    static func object(_ line: String) throws(BadLine) -> [String: Any] {
        guard line.utf8.count <= longestLine else {
            throw BadLine(description: "the line is too long")
        }
        // Whatever is wrong with the JSON, the line is not an object.
        guard
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
                as? [String: Any]
        else { throw BadLine(description: "not a JSON object") }
        return object
    }

    /// A required text of an object.
    static func text(_ object: [String: Any], _ key: String) throws(BadLine) -> String {
        guard let text = object[key] as? String else {
            throw BadLine(description: "\"\(key)\" is missing or not a text")
        }
        return text
    }

    /// The `"id": …, ` that begins an answer to an object that has one.
    static func identifier(_ object: [String: Any]) -> String {
        switch object["id"] {
        case let text as String: "\"id\": \(JSONLine.quoted(text)), "
        case let number as NSNumber: "\"id\": \(number), "
        default: ""
        }
    }
}
