/// How the typed unit stands to the expected one.
extension QuantityCheck {
    func resolve(_ reading: QuantityReading) throws(ReadingFault) -> Resolved {
        let typed = try reading.parts[0].expression.value()
        guard let unit = unit(beside: reading) else {
            return try resolveWithoutUnit(reading, typed)
        }
        guard reading.hasUnit else {
            let isOther = !reading.noun.isEmpty && reading.noun != target.noun
            return Resolved(value: typed, typed: typed, state: isOther ? .otherNoun : .missing)
        }
        var total: ExactNumber = 0
        var isSameUnit = true
        for part in reading.parts {
            guard let candidates = part.unit?.candidates,
                let candidate = choose(candidates, unit),
                let value = try part.expression.value().multiplied(by: candidate.size)
            else {
                // "$6" is taken for "$6 per hour", which lacks only its time.
                let isMoneyAlone =
                    !unit.dimension.isMoney && !unit.dimension.currency.isEmpty
                    && part.unit?.candidates.contains {
                        $0.dimension == Dimension(currency: unit.dimension.currency)
                            && $0.factor == 1
                    } ?? false
                return Resolved(
                    value: typed, typed: typed, state: isMoneyAlone ? .missing : .incompatible)
            }
            total = total + value
            isSameUnit =
                isSameUnit && candidate.factor == unit.factor && candidate.pi == unit.pi
        }
        guard let value = total.divided(by: unit.size) else {
            return Resolved(value: typed, typed: typed, state: .incompatible)
        }
        let isConverted = target.isCompound ? !reading.isCompound : !isSameUnit
        return Resolved(value: value, typed: typed, state: isConverted ? .converted : .agrees)
    }

    private func choose(_ candidates: [MeasurementUnit], _ unit: MeasurementUnit)
        -> MeasurementUnit?
    {
        let fitting = candidates.filter { $0.dimension == unit.dimension }
        guard fitting.count > 1 else { return fitting.first }
        return fitting.first { $0.factor == unit.factor && $0.pi == unit.pi }
            ?? fitting.first { $0.isOfOneSystem(with: unit) } ?? fitting.first
    }

    /// The unit of the target; where its name means several, the one that goes with the typed
    /// unit: `4000 lb` are two tons, and `2000 kg` are.
    private func unit(beside reading: QuantityReading) -> MeasurementUnit? {
        guard let unit = target.unit, !target.otherUnits.isEmpty,
            let typed = reading.parts[0].unit?.candidates
        else { return target.unit }
        return ([unit] + target.otherUnits).first { meaning in
            typed.contains { $0.isOfOneSystem(with: meaning) }
        } ?? unit
    }

    /// A unit typed where none is expected is accepted, unless it names another thing.
    private func resolveWithoutUnit(
        _ reading: QuantityReading, _ typed: ExactNumber
    ) throws(ReadingFault) -> Resolved {
        if let text = reading.parts[0].unit?.text,
            ["K", "B", "M", "a", "b", "j", "st"].contains(text)
        {
            // "5K" may be five thousand and "5a" an unknown.
            throw .notUnderstood(.trailing, at: nil)
        }
        if reading.isCompound {
            guard target.noun.isEmpty else {
                return Resolved(value: typed, typed: typed, state: .incompatible)
            }
            return try resolveCompound(reading, typed)
        }
        if target.isPercent, let unit = reading.parts[0].unit,
            unit.candidates.allSatisfy({ $0.dimension != Dimension(.generic) })
        {
            return Resolved(value: typed, typed: typed, state: .incompatible)
        }
        if !target.noun.isEmpty {
            if let unit = reading.parts[0].unit, unit.text != target.noun {
                // "분" is a minute, and a respectful word for persons.
                let isPerson = unit.text == "분" && target.noun == "명"
                let isCounted =
                    isPerson
                    || unit.candidates.allSatisfy { $0.dimension == Dimension(.generic) }
                return Resolved(
                    value: typed, typed: typed, state: isCounted ? .agrees : .otherNoun)
            }
            if !reading.hasUnit, reading.noun.isEmpty {
                return Resolved(value: typed, typed: typed, state: .missing)
            }
        }
        if let coins = reading.parts[0].unit?.candidates.first, coins.dimension.isMoney,
            typed.multiplied(by: coins.size) == target.number
        {
            return Resolved(value: target.number, typed: typed, state: .ignored)
        }
        // "20 students" are no 20 %, and "20 pages per week" are no 20 a day.
        let isCount =
            target.isPercent && !reading.noun.isEmpty && !Self.isRatio(reading)
        if isCount || Self.differInRate(target.noun, reading.noun) {
            return Resolved(value: typed, typed: typed, state: .otherNoun)
        }
        let isOther =
            key.otherNouns.contains { Self.isSameNoun($0, reading.noun) }
            && !Self.isSameNoun(target.noun, reading.noun)
        return Resolved(value: typed, typed: typed, state: isOther ? .otherNoun : .ignored)
    }

    private func resolveCompound(
        _ reading: QuantityReading, _ typed: ExactNumber
    ) throws(ReadingFault) -> Resolved {
        var total: ExactNumber = 0
        var units: [MeasurementUnit] = []
        for part in reading.parts {
            guard let unit = part.unit?.candidates.first,
                let value = try part.expression.value().multiplied(by: unit.size)
            else { throw .notUnderstood(.general, at: nil) }
            total = total + value
            units.append(unit)
        }
        let values = units.reversed().compactMap { total.divided(by: $0.size) }
        let value = values.first { $0 == target.number } ?? values.first ?? typed
        return Resolved(value: value, typed: typed, state: .ignored)
    }

    private static func isRatio(_ reading: QuantityReading) -> Bool {
        let shape = AnswerForm(reading.parts[0].expression).shape
        let noun = reading.noun.lowercased()
        return shape == .percent || shape == .fraction || noun.hasPrefix("percent")
            || noun.hasPrefix("p") && noun.count < 4
    }

    /// Whether both nouns say what they are counted for, and it is not the same.
    private static func differInRate(_ first: String, _ second: String) -> Bool {
        func tail(_ noun: String) -> String? {
            let text = noun.lowercased()
            for mark in [" per ", "/", " a ", " an ", " each "] {
                let parts = text.split(separator: mark, maxSplits: 1)
                if parts.count == 2 { return String(parts[1]) }
            }
            return nil
        }
        guard let one = tail(first), let other = tail(second), !isSameNoun(one, other) else {
            return false
        }
        let shorter = one.count < other.count ? one : other
        return !(one.count < other.count ? other : one).hasPrefix(shorter)
    }

    /// Whether two nouns are the same up to number and letter case.
    private static func isSameNoun(_ first: String, _ second: String) -> Bool {
        func stem(_ noun: String) -> String {
            var stem = noun.lowercased()
            for ending in ["es", "s"] where stem.count > 3 && stem.hasSuffix(ending) {
                stem.removeLast(ending.count)
                break
            }
            return stem
        }
        return !first.isEmpty && stem(first) == stem(second)
    }
}
