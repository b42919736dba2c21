/// Units that a text may mean: one spelling can be several units.
struct UnitReading: Hashable, Sendable {
    var candidates: [MeasurementUnit]
    /// What was typed.
    var text: String
}

extension Scanner {
    /// Reads a unit or a product or quotient of units where one is next.
    mutating func unit() -> UnitReading? {
        let start = position
        guard var units = unitFactor() else {
            position = start
            return nil
        }
        var factors = 1
        while factors < 6 {
            let before = position
            if let sign = unitOperation() {
                skipSpaces()
                guard let next = unitFactor(isDivisor: sign == "/") else {
                    position = before
                    break
                }
                units = Self.combine(units, next, divided: sign == "/")
            } else {
                position = before
                break
            }
            factors += 1
        }
        guard !units.isEmpty else {
            position = start
            return nil
        }
        return UnitReading(candidates: units, text: string(start..<position))
    }

    /// Reads on after an amount of money: the `/h` of `$3/h` and the `per kg` of `$2.50 per kg`.
    mutating func rate(of money: UnitReading) -> UnitReading? {
        let start = position
        if unitOperation() == "/" {
            skipSpaces()
            if let divisor = unitFactor(isDivisor: true), !(next?.isLatinLetter ?? false) {
                let units = Self.combine(money.candidates, divisor, divided: true)
                return UnitReading(
                    candidates: units, text: money.text + "/" + (divisor.first?.symbol ?? ""))
            }
        }
        position = start
        return nil
    }

    private mutating func unitOperation() -> Unicode.Scalar? {
        skipSpaces()
        if next == "/" || next == "*" {
            defer { position += 1 }
            return next
        }
        for word in ["per", "each", "an", "a", "every"] where skip(word: word) { return "/" }
        // "m s^-1": a space multiplies only before a unit with a negative power.
        if let word = latinWord(), peek(word.end - position) == "^",
            peek(word.end - position + 1) == "-" || peek(word.end - position + 1) == "("
        {
            return "*"
        }
        if next?.isASCIILetter ?? false, peek(-1) == " ", let word = latinWord(),
            Self.factors.contains(string(position..<word.end))
        {
            return "*"
        }
        return nil
    }

    /// Units that a space may multiply: `N m`, `kg m`.
    private static let factors: Set<String> = ["m", "s", "h", "A", "V", "N", "W"]

    static func combine(
        _ left: [MeasurementUnit], _ right: [MeasurementUnit], divided: Bool
    ) -> [MeasurementUnit] {
        var result: [MeasurementUnit] = []
        for first in left.prefix(4) {
            for second in right.prefix(4) {
                let symbol = first.symbol + (divided ? "/" : "*") + second.symbol
                guard let factor = divided ? second.raised(to: -1) : second else { continue }
                result.append(first.multiplied(by: factor, symbol: symbol))
            }
        }
        return result
    }

    /// Reads one unit with its power: `cm^2`, `square metres`, `제곱센티미터`, `m squared`.
    private mutating func unitFactor(isDivisor: Bool = false) -> [MeasurementUnit]? {
        if isDivisor, next == "(" {
            let start = position
            position += 1
            if let inner = unit(), skip(")" as Unicode.Scalar) { return inner.candidates }
            position = start
            return nil
        }
        var exponent = unitPrefixPower()
        guard let units = simpleUnit() else { return nil }
        if exponent == 1 { exponent = unitSuffixPower() ?? 1 }
        guard exponent != 1 else { return units }
        let powers = units.compactMap { $0.raised(to: exponent) }
        return powers.isEmpty ? nil : powers
    }

    private mutating func unitPrefixPower() -> Int {
        let start = position
        let squares = ["square", "squared", "sq.", "sq", "제곱", "평방"]
        let cubes = ["cubic", "cubed", "cube", "cu.", "cu", "세제곱", "입방"]
        for (words, power) in [(cubes, 3), (squares, 2)] {
            for word in words {
                guard skip(word) else { continue }
                let isWhole = !(next?.isLatinLetter ?? false) || word.hasSuffix(".")
                if isWhole || word.unicodeScalars.first?.isHangul ?? false {
                    skipSpaces()
                    _ = skip("-")
                    return power
                }
                position = start
            }
        }
        return 1
    }

    private mutating func unitSuffixPower() -> Int? {
        let start = position
        skipSpaces()
        if skip(word: "squared") || skip(word: "square") { return 2 }
        if skip(word: "cubed") { return 3 }
        if skip("세제곱") { return 3 }
        if skip("제곱") { return 2 }
        // "\text{cm}^2" leaves a space before its power.
        if next != "^" { position = start }
        var isNegative = false
        var hasBracket = false
        if skip("^" as Unicode.Scalar) || skip("**") {
            skipSpaces()
            hasBracket = skip("(" as Unicode.Scalar)
            isNegative = skip("-" as Unicode.Scalar)
        } else if !(next == "2" || next == "3") || peek(1)?.isASCIIDigit ?? false
            || !(peek(-1)?.isLetter ?? false) || peek(1)?.isLetter ?? false
        {
            // "5ft3in" has three inches and no cubic foot.
            position = start
            return nil
        }
        guard let digit = next, digit.isASCIIDigit, !(peek(1)?.isASCIIDigit ?? false) else {
            position = start
            return nil
        }
        position += 1
        if hasBracket, !skip(")" as Unicode.Scalar) {
            position = start
            return nil
        }
        return isNegative ? -digit.digitValue : digit.digitValue
    }

    private mutating func simpleUnit() -> [MeasurementUnit]? {
        guard let next else { return nil }
        if next.isHangul { return koreanUnit() }
        return latinUnit()
    }

    private mutating func koreanUnit() -> [MeasurementUnit]? {
        guard let next, let names = UnitTable.shared.koreanNames[next] else { return nil }
        for (name, units) in names where skip(name) { return units }
        return nil
    }

    /// Two words are tried before one: `fluid ounces`, `degrees Celsius`.
    private mutating func latinUnit() -> [MeasurementUnit]? {
        let start = position
        var ends: [Int] = []
        var index = start
        for _ in 0..<2 {
            let begin = index
            while index < scalars.count, isUnitCharacter(scalars[index], isFirst: index == begin) {
                index += 1
            }
            guard index > begin else { break }
            ends.append(index)
            guard index < scalars.count, scalars[index] == " " || scalars[index] == "-" else {
                break
            }
            index += 1
        }
        if ends.isEmpty, let next, next == "'" || next == "\"" {
            position += 1
            if next == "'", skip("'" as Unicode.Scalar) {
                return UnitTable.shared.units(named: "\"")
            }
            return UnitTable.shared.units(named: String(Character(next)))
        }
        for end in ends.reversed() {
            let text = string(start..<end).replacingHyphens
            let units = UnitTable.shared.units(named: text)
            guard !units.isEmpty else { continue }
            position = end
            // The full stop of an abbreviation.
            if next == ".", text.count <= 4, !(peek(1)?.isASCIIDigit ?? false) { position += 1 }
            return units
        }
        return attachedUnit(start, ends)
    }

    /// Reads `kmh` style runs no further; reads `°` before a letter as part of the symbol.
    private mutating func attachedUnit(_ start: Int, _ ends: [Int]) -> [MeasurementUnit]? {
        guard let next, "$€£₩¥₹¢°円元".unicodeScalars.contains(next) else { return nil }
        if next == "°", let letter = peek(1) {
            var index = 1
            if letter == " " { index = 2 }
            if let scale = peek(index), "CcFf".unicodeScalars.contains(scale),
                !(peek(index + 1)?.isLatinLetter ?? false)
            {
                position += index + 1
                let isCelsius = scale == "C" || scale == "c"
                return UnitTable.shared.units(named: isCelsius ? "°C" : "°F")
            }
        }
        position += 1
        return UnitTable.shared.units(named: String(Character(next)))
    }

    private func isUnitCharacter(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        scalar.isLatinLetter || scalar == "μ" || scalar == "Ω" || scalar == "₩" && isFirst
            || scalar == "$" && !isFirst
    }
}

extension String {
    fileprivate var replacingHyphens: String {
        contains("-") ? String(map { $0 == "-" ? " " : $0 }) : self
    }
}
