/// The meaning of equations and inequalities, ready to be compared.
struct RelationTarget: Hashable, Sendable {
    /// What is known of it.
    enum Meaning: Hashable, Sendable {
        /// The numbers for which a relation of one unknown holds.
        case solutions(SolutionSet)
        /// Relations between several unknowns: polynomials scaled to be comparable.
        case curves(Set<Curve>)
    }

    struct Curve: Hashable, Sendable {
        var polynomial: Polynomial
        var relation: Relation
        /// A denominator that takes points away; nil where there is none.
        var denominator: Polynomial?
    }

    var meaning: Meaning
    var variables: Set<String>
    /// Whether every relation has an unknown alone on one side.
    var isSolved: Bool
    /// Whether there is an "=" alone.
    var isEquation: Bool

    /// Works out what `alternatives` mean: all chains of one of them must hold.
    init(_ alternatives: [[RelationChain]]) throws(ReadingFault) {
        guard alternatives.count <= ReadingLimits.items,
            alternatives.allSatisfy({ $0.count <= ReadingLimits.items })
        else { throw .tooLarge(.items) }
        var functions: [[(RationalFunction, Relation)]] = []
        variables = []
        for chains in alternatives {
            var steps: [(RationalFunction, Relation)] = []
            for chain in chains { steps += try Self.differences(of: chain) }
            functions.append(steps)
        }
        let chains = alternatives.flatMap { $0 }
        isSolved = chains.allSatisfy(Self.isSolved)
        isEquation = chains.allSatisfy { $0.relations.allSatisfy { $0 == .equal } }
        for (function, _) in functions.joined() { variables.formUnion(function.variables) }
        meaning = .curves([])
        if let solved = try solve(functions) {
            meaning = solved
        } else {
            meaning = try curves(functions)
        }
    }

    /// Each relation of a chain as "left minus right against zero".
    private static func differences(
        of chain: RelationChain
    ) throws(ReadingFault) -> [(RationalFunction, Relation)] {
        var steps: [(RationalFunction, Relation)] = []
        for (index, relation) in chain.relations.enumerated() {
            let difference = Expression.difference(chain.sides[index], chain.sides[index + 1])
            steps.append((try difference.rationalFunction(), relation))
        }
        return steps
    }

    private func solve(
        _ functions: [[(RationalFunction, Relation)]]
    ) throws(ReadingFault) -> Meaning? {
        guard variables.count == 1, let name = variables.first else { return nil }
        var union = SolutionSet.nothing
        for steps in functions {
            var all = SolutionSet.everything
            for (function, relation) in steps {
                guard let part = try function.solutions(of: name, relation) else { return nil }
                all = all.intersection(part)
            }
            union = union.union(all)
        }
        return .solutions(union)
    }

    private func curves(
        _ functions: [[(RationalFunction, Relation)]]
    ) throws(ReadingFault) -> Meaning {
        var result: Set<Curve> = []
        for steps in functions {
            for (function, relation) in steps {
                guard let monic = function.numerator.monic else {
                    throw .notUnderstood(.general, at: nil)
                }
                let sign = function.numerator.leadingSign * function.denominator.leadingSign
                let isPlain = function.denominator.constant != nil
                let isHarmless = isPlain || relation == .equal && function.hasNoPoleOnCurve
                result.insert(
                    Curve(
                        polynomial: monic, relation: sign < 0 ? relation.flipped : relation,
                        denominator: isHarmless ? nil : function.denominator.monic))
            }
        }
        return .curves(result)
    }

    /// `x = 5`, `5 < x`, `2 < x <= 5`: an unknown alone that appears nowhere else.
    private static func isSolved(_ chain: RelationChain) -> Bool {
        for (index, side) in chain.sides.enumerated() {
            guard case .variable(let name) = side.bare else { continue }
            let others = chain.sides.enumerated().filter { $0.offset != index }
            if others.allSatisfy({ !$0.element.mentions(name) && !$0.element.isOpenCalculation }) {
                return true
            }
        }
        return false
    }
}

extension RationalFunction {
    /// The numbers for which the function of one unknown stands in `relation` to zero, or nil
    /// where they are not found.
    func solutions(of name: String, _ relation: Relation) throws(ReadingFault) -> SolutionSet? {
        if let sign = denominator.constant?.signum {
            return numerator.solutions(of: name, sign < 0 ? relation.flipped : relation)
        }
        guard relation == .equal, let roots = numerator.solutions(of: name, .equal),
            let poles = denominator.solutions(of: name, .notEqual)
        else { return nil }
        return roots.intersection(poles)
    }

    /// Whether the denominator is zero nowhere that the numerator is: it is one unknown and a
    /// number, and the numerator keeps no unknown there.
    var hasNoPoleOnCurve: Bool {
        guard denominator.degree == 1, let name = denominator.variables.first,
            denominator.variables.count == 1,
            let pole = (-denominator.coefficient(of: name, power: 0))
                .divided(by: denominator.coefficient(of: name, power: 1)),
            // What is too large to work out is taken for a pole.
            let rest = try? numerator.replacing(name, by: pole).constant
        else { return false }
        return !rest.isZero
    }
}

extension Expression {
    /// Whether the unknown `name` appears.
    func mentions(_ name: String) -> Bool {
        switch self {
        case .variable(let other): other == name
        case .literal, .scientific, .mixed, .pi: false
        case .plus(let a), .negated(let a), .group(let a), .root(_, let a), .percent(let a),
            .absolute(let a), .function(_, let a):
            a.mentions(name)
        case .sum(let a, let b), .difference(let a, let b), .product(let a, let b, _),
            .quotient(let a, let b, _), .power(let a, let b):
            a.mentions(name) || b.mentions(name)
        }
    }

    /// Whether it is a calculation with numbers alone that is still to be done.
    var isOpenCalculation: Bool {
        !hasUnknown && AnswerForm(self).shape == .operations
    }

    var hasUnknown: Bool {
        switch self {
        case .variable: true
        case .literal, .scientific, .mixed, .pi: false
        case .plus(let a), .negated(let a), .group(let a), .root(_, let a), .percent(let a),
            .absolute(let a), .function(_, let a):
            a.hasUnknown
        case .sum(let a, let b), .difference(let a, let b), .product(let a, let b, _),
            .quotient(let a, let b, _), .power(let a, let b):
            a.hasUnknown || b.hasUnknown
        }
    }
}
