import Mathematics

/// Calculates a line of the scratch pad exactly.
enum Calculator {
    /// Returns the value of a line such as `12 * 4 - 9`, or nil where it cannot be read.
    static func evaluate(_ line: String) -> String? {
        var reader = Reader(line)
        guard let value = reader.sum(), reader.isAtEnd, value.bitWidth < 4096 else { return nil }
        return value.description
    }

    /// A recursive descent over sums, products and brackets.
    private struct Reader {
        private var rest: Substring
        private var depth = 0

        init(_ line: String) {
            let plain = line.filter { $0 != " " && $0 != "," }
            rest = plain.prefix(80)
        }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func sum() -> Rational? {
            guard var value = product() else { return nil }
            while let sign = take(from: "+-−") {
                guard let next = product() else { return nil }
                value = sign == "+" ? value + next : value - next
            }
            return value
        }

        private mutating func product() -> Rational? {
            guard var value = factor() else { return nil }
            while let sign = take(from: "*x×/÷:") {
                guard let next = factor() else { return nil }
                if "*x×".contains(sign) {
                    value = value * next
                } else {
                    guard let inverse = next.reciprocal else { return nil }
                    value = value * inverse
                }
            }
            return value
        }

        private mutating func factor() -> Rational? {
            if take(from: "-−") != nil { return factor().map { -$0 } }
            if take(from: "(") != nil {
                depth += 1
                defer { depth -= 1 }
                guard depth < 20, let value = sum(), take(from: ")") != nil else { return nil }
                return value
            }
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            return Reader.value(of: digits)
        }

        private static func value(of digits: Substring) -> Rational? {
            let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
            let places = parts.count == 2 ? parts[1].count : 0
            guard whole.count + places <= 15, let number = Int(parts.joined()) else { return nil }
            return Rational(number, (0..<places).reduce(1) { scale, _ in scale * 10 })
        }

        private mutating func take(from signs: String) -> Character? {
            guard let first = rest.first, signs.contains(first) else { return nil }
            rest.removeFirst()
            return first
        }
    }
}
