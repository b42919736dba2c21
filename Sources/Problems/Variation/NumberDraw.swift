internal import Mathematics

/// Draws other numbers of the same character for the roles of a problem.
struct NumberDraw: Sendable {
    /// Tries in which every number that is used must change, and all tries.
    private static let tries = (strict: 6_000, all: 12_000)

    private let solution: SolutionFormula
    private let rules: [Rule]
    private let original: [ExactNumber]
    /// Roles that are the sum or product of two others, in a text that gives all three.
    private let relations: [Relation]
    /// Roles that count hours which together fit into a day.
    private let hoursOfDay: Set<Int>
    /// Roles that are fractions which together are at most the whole.
    private let partsOfWhole: Set<Int>

    private struct Relation: Sendable {
        let total: Int
        let parts: [Int]
        let isSum: Bool

        /// The value of the total, nil where it is out of range.
        func total(of values: [ExactNumber]) -> ExactNumber? {
            let (first, second) = (values[parts[0]], values[parts[1]])
            return isSum ? try? first.adding(second) : try? first.multiplied(by: second)
        }
    }

    /// What other numbers may stand in for one number.
    private enum Rule: Sendable {
        /// `scale` times the number is a multiple of `step` within the range.
        case scaled(range: ClosedRange<Int>, step: Int, scale: Int)
        case fraction(largest: Int, isProper: Bool)
        case fixed
    }

    init(_ solution: SolutionFormula, numbers: [TextNumber]) throws(VariationError) {
        self.solution = solution
        do {
            original = try solution.results(solution.roles)
        } catch {
            throw .noValue
        }
        rules = solution.roles.enumerated().map { role, value in
            solution.fixed.contains(role)
                ? .fixed
                : Self.rule(for: value, Self.narrowest(numbers.filter { $0.value == value }))
        }
        relations = Self.relations(of: Array(solution.roles.prefix(12)), clocks: solution.clocks)
        let hours = Set(
            solution.roles.indices.filter { role in
                numbers.contains { $0.isHours && $0.value == solution.roles[role] }
            })
        hoursOfDay = Self.fit(hours, solution.roles, into: 24) ? hours : []
        let parts = Set(
            solution.roles.indices.filter { role in
                solution.roles[role].approximation < 1
                    && numbers.contains {
                        $0.style == .fraction && $0.value == solution.roles[role]
                    }
            })
        partsOfWhole = Self.fit(parts, solution.roles, into: 1) ? parts : []
    }

    /// A number with the least limit that it has anywhere in the text.
    private static func narrowest(_ places: [TextNumber]) -> TextNumber? {
        var number = places.first
        number?.limit = places.compactMap(\.limit).min()
        return number
    }

    private static func fit(
        _ roles: Set<Int>, _ values: [ExactNumber], into limit: Double
    ) -> Bool {
        roles.reduce(0.0) { $0 + values[$1].approximation } <= limit + 1e-9
    }

    private static func rule(for value: ExactNumber, _ number: TextNumber?) -> Rule {
        if case .fraction? = number?.style {
            return .fraction(
                largest: max(value.denominator + 3, 6),
                isProper: value.numerator < value.denominator)
        }
        if case .clock(let form, let reach)? = number?.style {
            return timeRule(value.numerator, form, reach)
        }
        var scale = 1
        if case .digits(_, let places)? = number?.style {
            for _ in 0..<min(places, 6) { scale *= 10 }
        }
        let scaled = value.numerator * (scale / value.denominator)
        let step = [1000, 100, 10].first { scaled.isMultiple(of: $0) && scaled >= 2 * $0 } ?? 1
        let isShare = number?.isPercent == true
        let fine = isShare && scaled.isMultiple(of: 5) ? 5 : step
        var highest = scaled + max(scaled * 3 / 5, 4 * fine)
        if isShare, scaled < 100 * scale { highest = min(highest, 95 * scale) }
        if case .word? = number?.style { highest = min(highest, max(20, scaled + 9)) }
        if let limit = number?.limit, scaled <= limit * scale {
            highest = min(highest, limit * scale)
        }
        let lowest = max(scaled / 2, scale == 1 ? 2 : 1, fine)
        return .scaled(range: min(lowest, highest)...highest, step: fine, scale: scale)
    }

    /// Full hours stay full hours, and quarters and fives stay so.
    private static func timeRule(
        _ minutes: Int, _ form: ClockForm, _ reach: ClosedRange<Int>
    ) -> Rule {
        let isFull = minutes.isMultiple(of: 60)
        let step =
            isFull && (!form.hasMinutes || form.language == .korean)
            ? 60 : [15, 10, 5].first { minutes.isMultiple(of: $0) } ?? 1
        let first = (reach.lowerBound + step - 1) / step * step
        guard first <= reach.upperBound else { return .fixed }
        return .scaled(range: first...reach.upperBound / step * step, step: step, scale: 1)
    }

    /// A time and a length give a time; a time is no product.
    private static func isSensible(_ relation: Relation, _ clocks: Set<Int>) -> Bool {
        let times = relation.parts.count { clocks.contains($0) }
        guard relation.isSum else { return times == 0 && !clocks.contains(relation.total) }
        return times == (clocks.contains(relation.total) ? 1 : 0)
    }

    private static func relations(
        of roles: [ExactNumber], clocks: Set<Int>
    ) -> [Relation] {
        var relations: [Relation] = []
        for isSum in [true, false] {
            for total in roles.indices {
                for first in roles.indices where first != total {
                    for second in roles.indices where second > first && second != total {
                        let relation = Relation(total: total, parts: [first, second], isSum: isSum)
                        let isFree = !relations.contains { known in
                            known.total == total || known.parts.contains(total)
                                || relation.parts.contains(known.total)
                        }
                        if isFree, isSensible(relation, clocks),
                            relation.total(of: roles) == roles[total]
                        {
                            relations.append(relation)
                        }
                    }
                }
            }
        }
        return relations
    }

    /// Other values for the roles that were not drawn before, nil where none is found.
    func next(
        using generator: inout SplitMix64, avoiding seen: Set<[ExactNumber]>
    ) -> [ExactNumber]? {
        for attempt in 0..<Self.tries.all {
            let values = candidate(using: &generator)
            let used = solution.used.subtracting(solution.fixed)
            let changed = used.count { values[$0] != solution.roles[$0] }
            guard changed == used.count || (attempt >= Self.tries.strict && changed > 0),
                !seen.contains(values), keepsOrder(values), Self.fit(hoursOfDay, values, into: 24),
                Self.fit(partsOfWhole, values, into: 1),
                keepsResults(values, isStrict: attempt < Self.tries.strict)
            else { continue }
            return values
        }
        return nil
    }

    private func candidate(using generator: inout SplitMix64) -> [ExactNumber] {
        var values: [ExactNumber] = []
        for (role, rule) in rules.enumerated() {
            values.append(draw(rule, using: &generator) ?? solution.roles[role])
        }
        for relation in relations {
            // Out of range: the original, which then is refused.
            values[relation.total] = relation.total(of: values) ?? solution.roles[relation.total]
        }
        return values
    }

    private func draw(_ rule: Rule, using generator: inout SplitMix64) -> ExactNumber? {
        switch rule {
        case .fixed: return nil
        case .scaled(let range, let step, let scale):
            let steps = (range.upperBound - range.lowerBound) / step
            let first = (range.lowerBound + step - 1) / step * step
            let value = first + generator.below(steps + 1) * step
            // Out of range is no candidate.
            return try? ExactNumber(min(value, max(range.upperBound, first)), over: scale)
        case .fraction(let largest, let isProper):
            let bottom = 2 + generator.below(largest - 1)
            let top = 1 + generator.below(isProper ? bottom - 1 : 2 * bottom)
            guard greatestCommonDivisor(top, bottom) == 1, bottom > 1 else { return nil }
            return try? ExactNumber(top, over: bottom)
        }
    }

    /// Who has more still has more, and different numbers stay different.
    private func keepsOrder(_ values: [ExactNumber]) -> Bool {
        let varied = values.indices.filter { !solution.clocks.contains($0) }.map { values[$0] }
        guard !solution.steady.contains(where: varied.contains) else { return false }
        for first in values.indices {
            for second in values.indices
            where second > first
                && solution.clocks.contains(first) == solution.clocks.contains(second)
            {
                let before = try? solution.roles[first].isBelow(solution.roles[second])
                guard values[first] != values[second],
                    before == (try? values[first].isBelow(values[second]))
                else { return false }
            }
        }
        return true
    }

    /// Every calculation keeps its sign and form: whole stays whole, short decimals stay short; as
    /// long as there is a choice, large results stay large.
    private func keepsResults(_ values: [ExactNumber], isStrict: Bool) -> Bool {
        guard let results = try? solution.results(values) else { return false }
        let times = solution.kinds.map { $0 == .clock }
        return zip(zip(original, results), times).allSatisfy { pair, isTime in
            let (before, after) = pair
            if isTime { return after.isInteger && before.floorOfHalfDay == after.floorOfHalfDay }
            return before.isNegative == after.isNegative && before.isZero == after.isZero
                && before.isInteger == after.isInteger && decimals(after) <= decimals(before)
                && (!isStrict || isAlike(before, after))
        }
    }

    /// Whether a result is of the size that it was; small ones may be any.
    private func isAlike(_ before: ExactNumber, _ after: ExactNumber) -> Bool {
        let (old, new) = (abs(before.approximation), abs(after.approximation))
        return old < 10 || (old / 4...old * 4).contains(new)
    }

    /// How many decimals a number has; 7 where it does not end.
    private func decimals(_ number: ExactNumber) -> Int {
        (0...6).first { NumberText.decimal(number, places: $0) != nil } ?? 7
    }
}

extension ExactNumber {
    /// In which half of which day a time lies.
    fileprivate var floorOfHalfDay: Int {
        let whole = floor
        return whole >= 0 ? whole / 720 : (whole - 719) / 720
    }
}
