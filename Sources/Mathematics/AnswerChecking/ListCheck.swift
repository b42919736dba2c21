/// Compares several numbers with the expected ones.
struct ListCheck {
    let key: AnswerKey
    let targets: [QuantityTarget]

    private var isOrdered: Bool {
        key.specification.isOrdered ?? (key.type == .list)
    }

    /// What is to be said of `items`, and the code of the mistake where one is listed.
    func finding(
        _ items: [QuantityReading]
    ) throws(ReadingFault) -> (finding: Finding, misconception: String?) {
        if items.first?.label == nil, items.contains(where: { $0.label != nil }) {
            throw .notUnderstood(.general, at: nil)
        }
        let result = try comparison(inOrderOfLabels(items))
        guard case .wrong = result.finding else { return result }
        for mistake in key.mistakes {
            guard case .list(let targets) = mistake.target else { continue }
            let other = ListCheck(key: key, targets: targets)
            if try other.comparison(items).finding.isRightValue {
                return (.wrong(.listed), mistake.code)
            }
        }
        return result
    }

    /// `y = 3, x = 2` is the point (2, 3): each number belongs to its unknown.
    private func inOrderOfLabels(_ items: [QuantityReading]) -> [QuantityReading] {
        let labels = items.compactMap(\.label)
        guard isOrdered, labels.count == items.count, Set(labels).count == labels.count else {
            return items
        }
        return items.sorted { ($0.label ?? "") < ($1.label ?? "") }
    }

    private func comparison(
        _ items: [QuantityReading]
    ) throws(ReadingFault) -> (finding: Finding, misconception: String?) {
        var findings: [[Finding]] = []
        for item in items {
            var row: [Finding] = []
            for target in targets {
                row.append(try QuantityCheck(key: key, target: target).finding(item).finding)
            }
            findings.append(row)
        }
        if isOrdered, items.count == targets.count {
            let diagonal = findings.indices.map { findings[$0][$0] }
            if diagonal.allSatisfy(\.isRightValue) { return (worst(diagonal), nil) }
            return (isMatching(findings) ? .wrong(.order) : different(items, findings), nil)
        }
        if !isOrdered, let matched = matching(findings) { return (worst(matched), nil) }
        return (different(items, findings), nil)
    }

    /// The finding of each item with a target of its own, where every target has an item.
    private func matching(_ findings: [[Finding]]) -> [Finding]? {
        var covered: Set<Int> = []
        var result: [Finding] = []
        for row in findings {
            let hits = row.indices.filter { row[$0].isRightValue }
            let free = hits.first { !covered.contains($0) }
            guard let hit = free ?? (key.type == .list ? nil : hits.first) else { return nil }
            covered.insert(hit)
            result.append(row[hit])
        }
        // A repeated item of a set adds nothing; in a list each has its own place.
        if key.type == .list { return covered.count == targets.count ? result : nil }
        let distinct = Set(
            targets.indices.map { index in
                targets.firstIndex { $0.value == targets[index].value } ?? index
            })
        return distinct.isSubset(of: covered) ? result : nil
    }

    private func isMatching(_ findings: [[Finding]]) -> Bool {
        findings.count == targets.count && matching(findings) != nil
    }

    private func worst(_ findings: [Finding]) -> Finding {
        findings.first { $0 != .correct } ?? .correct
    }

    private func different(_ items: [QuantityReading], _ findings: [[Finding]]) -> Finding {
        let right = findings.filter { $0.contains(where: \.isRightValue) }.count
        if right == items.count, items.count < targets.count { return .wrong(.partial) }
        let isNegated =
            items.count == targets.count
            && findings.allSatisfy { $0.contains(.wrong(.sign)) }
        if isNegated { return .wrong(.sign) }
        let isInOtherUnits =
            items.count == targets.count
            && findings.allSatisfy { $0.contains(.unit(.wrong)) }
        if isInOtherUnits { return .unit(.wrong) }
        return .wrong(nil)
    }
}

extension Finding {
    /// Whether the value is right, whatever the form.
    var isRightValue: Bool {
        switch self {
        case .correct, .form, .unit(.missing): true
        default: false
        }
    }
}

extension AnswerText {
    private static let noSolution: Set<String> = [
        "no solution", "no solutions", "none", "∅", "{}", "{ }", "empty set", "the empty set",
        "there is no solution", "there are no solutions", "no real solution", "no real solutions",
        "해가 없다", "해는 없다", "해는 없어요", "해는 없습니다", "해가 존재하지 않는다", "해 없음", "해가 없습니다", "해가 없어요", "없음",
        "없다", "없어요", "없습니다", "공집합",
    ]

    /// Whether the text says that there is no number.
    var isNoSolution: Bool {
        let text = scalars.last == "." ? self[0..<scalars.count - 1] : self
        return text.scalars.count <= 24 && Self.noSolution.contains(text.string.lowercased())
    }
}
