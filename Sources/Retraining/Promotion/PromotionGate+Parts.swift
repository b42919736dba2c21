internal import Glibc

extension PromotionGate {
    static func difference(
        _ rows: [GateEvidence.Row], _ change: KeyPath<GateEvidence.Row, Double?>
    ) -> PromotionDecision.Difference {
        PromotionDecision.Difference(
            rows.compactMap { row in row[keyPath: change].map { (row.template, $0) } })
    }

    /// The share of right readings of the model in use, leaf and operation together.
    static func oldAccuracy(_ rows: [GateEvidence.Row]) -> Double {
        let shares = rows.compactMap { row -> Double? in
            let known = [row.oldLeaf, row.oldOperation].compactMap(\.self)
            return known.isEmpty ? nil : Double(known.count(where: \.self)) / Double(known.count)
        }
        return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
    }

    /// The rows by language, strand, leaf and operation, each part in the order of its name.
    static func parts(_ rows: [GateEvidence.Row]) -> [PromotionDecision.Part] {
        parts(rows, .language) { $0.language }
            + parts(rows, .strand) { $0.strand }
            + parts(rows, .leaf) { $0.leaf }
            + parts(rows, .operation) { $0.operation }
    }

    private static func parts(
        _ rows: [GateEvidence.Row], _ kind: PromotionDecision.Part.Kind,
        by name: (GateEvidence.Row) -> String?
    ) -> [PromotionDecision.Part] {
        var groups: [String: [GateEvidence.Row]] = [:]
        for row in rows {
            guard let name = name(row) else { continue }
            groups[name, default: []].append(row)
        }
        return groups.sorted { $0.key < $1.key }.map { name, rows in
            switch kind {
            case .language:
                PromotionDecision.Part(
                    kind: kind, name: name, difference: difference(rows, \.change),
                    oldAccuracy: oldAccuracy(rows))
            case .strand, .leaf:
                PromotionDecision.Part(
                    kind: kind, name: name, difference: difference(rows, \.leafChange),
                    oldAccuracy: share(rows.compactMap(\.oldLeaf)))
            case .operation:
                PromotionDecision.Part(
                    kind: kind, name: name, difference: difference(rows, \.operationChange),
                    oldAccuracy: share(rows.compactMap(\.oldOperation)))
            }
        }
    }

    private static func share(_ right: [Bool]) -> Double {
        right.isEmpty ? 0 : Double(right.count(where: \.self)) / Double(right.count)
    }

    static func logarithm(_ value: Double) -> Double { log(max(value, 1)) }
}
