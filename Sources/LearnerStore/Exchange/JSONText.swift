/// JSON written by hand, so that keys keep their order and equal values give equal bytes.
package struct JSONText {
    private var text = "{"

    /// The object so far, closed.
    var object: String { text + "}" }

    mutating func add(_ key: String, _ value: String?) {
        add(key, raw: value.map(Self.quoted) ?? "null")
    }

    mutating func add(_ key: String, _ value: some BinaryInteger) {
        add(key, raw: String(value))
    }

    mutating func add(_ key: String, _ value: Bool) {
        add(key, raw: value ? "true" : "false")
    }

    mutating func add(_ key: String, raw: String) {
        text += (text == "{" ? "" : ",") + Self.quoted(key) + ":" + raw
    }

    /// A string as JSON; control characters are escaped, so it can be shown as it is.
    package static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
