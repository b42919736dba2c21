/// Reads numbers with "=" or "≈" in them: `6*7 = 42`, `5 = x`, `1/3 ≈ 0.33`.
struct EqualityReader {
    let context: ReadingContext

    /// The number that `text` says; `fault` is thrown where it says none.
    func reading(
        _ text: AnswerText, _ fault: ReadingFault
    ) throws(ReadingFault) -> QuantityReading {
        if let conclusion = try conclusion(text, fault) ?? repeated(text) { return conclusion }
        if let index = text.scalars.lastIndex(of: "≈"), index > 0 {
            return try approximation(text, index, fault)
        }
        let sign = text.scalars.lastIndex(of: "=").map { $0..<$0 + 1 }
        guard let equals = sign ?? spokenEquals(text), equals.lowerBound > 0 else { throw fault }
        let left = text[0..<equals.lowerBound]
        let right = text[equals.upperBound..<text.scalars.count]
        if sign != nil, !right.scalars.isEmpty, right.scalars.count <= 12,
            right.scalars.allSatisfy(\.isLatinLetter)
        {
            var reading = try quantity(left)
            reading.label = right.string
            return reading
        }
        var reading = try quantity(right)
        let calculation = try quantity(left)
        guard try Self.isEqual(calculation, reading) else {
            guard calculation.isCalculation, !reading.isCalculation else { throw fault }
            reading.hasFalseWorking = true
            return reading
        }
        return reading.isCalculation && !calculation.isCalculation ? calculation : reading
    }

    /// The "는" of `6*4는 24` and the "is" of `6 times 7 is 42`.
    private func spokenEquals(_ text: AnswerText) -> Range<Int>? {
        for word in [" is ", " equals ", " makes "] {
            if let range = text.scalars.firstRange(of: Array(word.unicodeScalars)) { return range }
        }
        let particle = text.scalars.indices.first { index in
            (text.scalars[index] == "는" || text.scalars[index] == "은") && index > 0
                && text.scalars[index - 1].isASCIIDigit && index + 1 < text.scalars.count
                && text.scalars[index + 1] == " "
        }
        return particle.map { $0..<$0 + 1 }
    }

    private static let conclusions = [
        "정답은", "답은", "정답", "답", "answer is", "answer", "ans", "so", "therefore", "따라서",
    ]

    /// Reads `식: 3×4=12, 답: 12개`, where the calculation comes to what is told after it.
    private func conclusion(
        _ text: AnswerText, _ fault: ReadingFault
    ) throws(ReadingFault) -> QuantityReading? {
        guard let equals = text.scalars.lastIndex(of: "=") else { return told(text) }
        var scanner = Scanner(text)
        scanner.position = equals
        while !scanner.isAtEnd {
            let start = scanner.position
            let isWordStart = !(scanner.peek(-1)?.isLetter ?? false)
            if isWordStart, scanner.skip(anyOf: Self.conclusions) != nil {
                for mark in [" ", ":", " "] { _ = scanner.skip(mark) }
                let told = try quantity(text[scanner.position..<text.scalars.count])
                guard try isResult(told, of: text[0..<start]) else { throw fault }
                return told
            }
            scanner.position = start + 1
        }
        return nil
    }

    private static let doubts = [
        "not", "n't", "no ", "maybe", " or ", "아니", "않", "없", "모르", "또는", "wrong", "틀",
    ]

    /// Reads `he walked 7 km and 5 km so 12 km`, where what is told last is the answer.
    private func told(_ text: AnswerText) -> QuantityReading? {
        let words = [" so ", " therefore ", " thus ", " hence ", " 따라서 ", " 그러므로 ", " 그래서 "]
        var scanner = Scanner(text)
        while !scanner.isAtEnd {
            let end = scanner.position
            if scanner.skip(anyOf: words) != nil {
                let reasons = text[0..<end].string.lowercased()
                guard reasons.contains(where: \.isNumber),
                    !Self.doubts.contains(where: reasons.contains)
                else { return nil }
                // What is no number is not read here.
                return try? quantity(text[scanner.position..<text.scalars.count])
            }
            scanner.position = end + 1
        }
        return nil
    }

    /// Reads `3×4=12, 12개` and `12개, 3×4=12`: a calculation and what it comes to.
    private func repeated(_ text: AnswerText) -> QuantityReading? {
        guard text.scalars.contains("=") else { return nil }
        if let reading = explained(text) { return reading }
        for (index, scalar) in text.scalars.enumerated().reversed()
        where ",;.".unicodeScalars.contains(scalar) {
            let (first, last) = (text[0..<index], text[(index + 1)..<text.scalars.count])
            guard !first.scalars.isEmpty, !last.scalars.isEmpty,
                !text.scalars[index + 1].isASCIIDigit
            else { continue }
            let isLastTold = !last.scalars.contains("=")
            // What is no number with its calculation is not read here.
            if let told = try? quantity(isLastTold ? last : first),
                (try? isResult(told, of: isLastTold ? first : last)) ?? false
            {
                return told
            }
        }
        return nil
    }

    /// Reads `12, because 3×4=12`.
    private func explained(_ text: AnswerText) -> QuantityReading? {
        var scanner = Scanner(text)
        while !scanner.isAtEnd {
            let end = scanner.position
            if scanner.skip(anyOf: [" because ", " since ", " 왜냐하면 "]) != nil {
                let told = text[0..<end].scalars.last == "," ? text[0..<end - 1] : text[0..<end]
                guard let reading = try? quantity(told),
                    // What does not come to the number explains nothing.
                    (try? isResult(reading, of: text[scanner.position..<text.scalars.count]))
                        ?? false
                else { return nil }
                return reading
            }
            scanner.position = end + 1
        }
        return nil
    }

    private func isResult(
        _ told: QuantityReading, of calculation: AnswerText
    ) throws(ReadingFault) -> Bool {
        var scanner = Scanner(calculation)
        if scanner.skip("식") { _ = scanner.skip(":") }
        let end = calculation.scalars.lastIndex { !" ,.;".unicodeScalars.contains($0) } ?? -1
        guard scanner.position <= end else { return false }
        let result = try quantityOrEquality(calculation[scanner.position..<end + 1])
        return try result.parts[0].expression.value() == told.parts[0].expression.value()
    }

    /// `1/3 ≈ 0.33` is one third where what follows is that number rounded or cut off.
    private func approximation(
        _ text: AnswerText, _ index: Int, _ fault: ReadingFault
    ) throws(ReadingFault) -> QuantityReading {
        let exact = try quantityOrEquality(text[0..<index])
        let rounded = try quantity(text[(index + 1)..<text.scalars.count])
        let places = AnswerForm(rounded.parts[0].expression).decimals
        let value = try exact.parts[0].expression.value().approximation
        guard let typed = try rounded.parts[0].expression.value().rational,
            (typed - value).magnitude <= .powerOfTen(-places)
        else { throw fault }
        return exact
    }

    /// Whether two sides are the same number, or the same amount in two units.
    private static func isEqual(
        _ left: QuantityReading, _ right: QuantityReading
    ) throws(ReadingFault) -> Bool {
        let (first, second) = (
            try left.parts[0].expression.value(), try right.parts[0].expression.value()
        )
        guard let unit = left.parts[0].unit?.candidates.first, right.hasUnit else {
            return first == second && !left.isCompound && !right.isCompound
        }
        guard let amount = left.total(in: unit) else { return false }
        return amount == right.total(in: unit)
    }

    private func quantityOrEquality(_ text: AnswerText) throws(ReadingFault) -> QuantityReading {
        do {
            return try quantity(text)
        } catch {
            guard !text.scalars.contains("≈") else { throw error }
            return try reading(text, error)
        }
    }

    private func quantity(_ text: AnswerText) throws(ReadingFault) -> QuantityReading {
        var reader = AnswerReader(text, context)
        return try reader.quantity()
    }
}

extension QuantityReading {
    /// Whether it is a calculation that is still to be done.
    fileprivate var isCalculation: Bool { AnswerForm(parts[0].expression).shape == .operations }
}
