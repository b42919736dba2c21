/// A set of real numbers made of intervals and single points, sorted and disjoint.
struct SolutionSet: Hashable, Sendable {
    struct Endpoint: Hashable, Sendable {
        var value: ExactNumber
        var isClosed: Bool
    }

    /// An interval; a missing endpoint is infinite.
    struct Interval: Hashable, Sendable {
        var lower: Endpoint?
        var upper: Endpoint?

        var isEmpty: Bool {
            guard let lower, let upper else { return false }
            let sign = (upper.value - lower.value).signum
            return sign < 0 || sign == 0 && !(lower.isClosed && upper.isClosed)
        }
    }

    private(set) var intervals: [Interval]

    static let everything = SolutionSet([Interval()])
    static let nothing = SolutionSet([])

    init(_ intervals: [Interval]) {
        self.intervals = intervals.filter { !$0.isEmpty }
        normalize()
    }

    init(points: [ExactNumber]) {
        self.init(
            points.map { value in
                let endpoint = Endpoint(value: value, isClosed: true)
                return Interval(lower: endpoint, upper: endpoint)
            })
    }

    /// The single points, where the set consists of nothing else.
    var points: [ExactNumber]? {
        var result: [ExactNumber] = []
        for interval in intervals {
            guard let lower = interval.lower, lower == interval.upper else { return nil }
            result.append(lower.value)
        }
        return result
    }

    func union(_ other: SolutionSet) -> SolutionSet {
        SolutionSet(intervals + other.intervals)
    }

    func intersection(_ other: SolutionSet) -> SolutionSet {
        var result: [Interval] = []
        for first in intervals {
            for second in other.intervals {
                result.append(
                    Interval(
                        lower: Self.tighter(first.lower, second.lower, sign: 1),
                        upper: Self.tighter(first.upper, second.upper, sign: -1)))
            }
        }
        return SolutionSet(result)
    }

    private static func tighter(_ a: Endpoint?, _ b: Endpoint?, sign: Int) -> Endpoint? {
        guard let a else { return b }
        guard let b else { return a }
        let order = (a.value - b.value).signum * sign
        if order == 0 { return Endpoint(value: a.value, isClosed: a.isClosed && b.isClosed) }
        return order > 0 ? a : b
    }

    private mutating func normalize() {
        intervals.sort { first, second in
            guard let b = second.lower else { return false }
            guard let a = first.lower else { return true }
            let order = (a.value - b.value).signum
            return order < 0 || order == 0 && a.isClosed && !b.isClosed
        }
        var merged: [Interval] = []
        for interval in intervals {
            if let last = merged.last, Self.touch(last, interval) {
                merged[merged.count - 1].upper = Self.wider(last.upper, interval.upper)
            } else {
                merged.append(interval)
            }
        }
        intervals = merged
    }

    private static func touch(_ first: Interval, _ second: Interval) -> Bool {
        guard let upper = first.upper, let lower = second.lower else { return true }
        let order = (upper.value - lower.value).signum
        return order > 0 || order == 0 && (upper.isClosed || lower.isClosed)
    }

    private static func wider(_ a: Endpoint?, _ b: Endpoint?) -> Endpoint? {
        guard let a, let b else { return nil }
        let order = (a.value - b.value).signum
        if order == 0 { return Endpoint(value: a.value, isClosed: a.isClosed || b.isClosed) }
        return order > 0 ? a : b
    }
}

extension Polynomial {
    /// The numbers for which the polynomial of one unknown stands in `relation` to zero, or nil
    /// where its degree is above two.
    func solutions(of name: String, _ relation: Relation) -> SolutionSet? {
        guard degree <= 2, variables.isSubset(of: [name]) else { return nil }
        let (a, b, c) = (
            coefficient(of: name, power: 2), coefficient(of: name, power: 1),
            coefficient(of: name, power: 0)
        )
        if a.isZero && b.isZero {
            return relation.holds(for: c.signum) ? .everything : .nothing
        }
        guard let roots = a.isZero ? (-c).divided(by: b).map({ [$0] }) : Self.roots(a, b, c) else {
            return nil
        }
        let sorted = roots.sorted { ($1 - $0).signum > 0 }
        // The sign right of the largest root is the sign of the leading coefficient.
        var sign = (a.isZero ? b : a).signum
        var pieces: [SolutionSet.Interval] = []
        var upper: SolutionSet.Endpoint?
        for root in sorted.reversed() {
            let open = SolutionSet.Endpoint(value: root, isClosed: false)
            let closed = SolutionSet.Endpoint(value: root, isClosed: true)
            if relation.holds(for: sign) { pieces.append(.init(lower: open, upper: upper)) }
            if relation.holds(for: 0) { pieces.append(.init(lower: closed, upper: closed)) }
            upper = open
            if sorted.count == 2 || a.isZero { sign = -sign }
        }
        if relation.holds(for: sign) { pieces.append(.init(lower: nil, upper: upper)) }
        return SolutionSet(pieces)
    }

    /// The different real roots of a quadratic, or nil where they have no exact form here.
    private static func roots(
        _ a: ExactNumber, _ b: ExactNumber, _ c: ExactNumber
    ) -> [ExactNumber]? {
        guard let a = a.rational, let b = b.rational, let c = c.rational else { return nil }
        let discriminant = b * b - Rational(4) * a * c
        if discriminant.isNegative { return [] }
        guard discriminant.bitWidth < 500, let root = ExactNumber(1, root: discriminant) else {
            return nil
        }
        let scale = Rational(1) / (Rational(2) * a)
        if discriminant.isZero { return [ExactNumber(-b * scale)] }
        return [(ExactNumber(-b) - root) * scale, (ExactNumber(-b) + root) * scale]
    }
}

extension Relation {
    func holds(for sign: Int) -> Bool {
        switch self {
        case .equal: sign == 0
        case .notEqual: sign != 0
        case .less: sign < 0
        case .lessOrEqual: sign <= 0
        case .greater: sign > 0
        case .greaterOrEqual: sign >= 0
        }
    }
}
