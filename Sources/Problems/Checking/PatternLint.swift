internal import Mathematics

/// Mistakes of a template that can be seen without drawing numbers.
struct PatternLint {
    let template: ProblemTemplate

    func faults() -> [BankFault] {
        storyFaults() + hintFaults() + unusedFaults() + particleFaults() + mistakeFaults()
    }

    private func fault(_ pattern: TextPattern?, _ message: String, fix: String) -> BankFault {
        BankFault(
            file: template.place.file, line: pattern?.line ?? template.place.line,
            column: pattern?.column ?? template.place.column, template: template.id,
            message: message, fix: fix)
    }

    private func shown(_ form: ProblemTemplate.StoryForm) -> Set<Int> {
        Set(
            form.patterns.flatMap(\.allPieces).compactMap(\.shownFormula)
                .compactMap(\.soleVariable))
    }

    private func storyFaults() -> [BankFault] {
        var faults: [BankFault] = []
        let expected = Set(template.shown)
        for (_, forms) in template.forms.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for form in forms where shown(form) != expected {
                let difference = shown(form).symmetricDifference(expected)
                    .map { template.variableNames[$0] }.sorted()
                faults.append(
                    fault(
                        form.patterns.first,
                        "Not every way to tell the story shows \(difference.joined(separator: ", ")).",
                        fix: "Show the same numbers in both languages and in every form."))
            }
        }
        return faults
    }

    private func hintFaults() -> [BankFault] {
        guard let last = template.hints.last else { return [] }
        return Language.allCases.compactMap { language in
            let hasBlank = last[language].allPieces.contains {
                if case .literal(let text) = $0 { text.contains("___") } else { false }
            }
            guard !hasBlank else { return nil }
            return fault(
                last[language], "The third hint has no blank.",
                fix: "Write the set-up with ___ where the learner goes on.")
        }
    }

    private func unusedFaults() -> [BankFault] {
        var faults: [BankFault] = []
        for (language, forms) in template.forms.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let pieces = forms.flatMap(\.patterns).flatMap(\.allPieces)
            for index in template.people.indices
            where !pieces.contains(where: {
                if case .person(index, _) = $0 { true } else { false }
            }) && !template.distractors.contains(where: { uses(person: index, $0, language) }) {
                faults.append(
                    fault(
                        nil, "A person does not appear in the \(language) text.",
                        fix: "Name the person in the story, or take it out of “people”."))
            }
        }
        return faults
    }

    private func uses(
        person index: Int, _ distractor: ProblemTemplate.Distractor, _ language: Language
    ) -> Bool {
        distractor.text[language].allPieces.contains {
            if case .person(index, _) = $0 { true } else { false }
        }
    }

    private func mistakeFaults() -> [BankFault] {
        guard template.wrong.count < 2 else { return [] }
        return [
            fault(
                nil, "There are fewer than two wrong answers.",
                fix: "Give at least two formulas under “wrong”.")
        ]
    }
}

/// Korean particles that were typed as letters behind a slot, where they cannot agree.
extension PatternLint {
    private static let particles: Set<Substring> = [
        "은", "는", "이", "가", "을", "를", "과", "와", "으로", "로", "이나", "나", "이에요", "예요",
    ]

    private func particleFaults() -> [BankFault] {
        let texts =
            (template.forms[.korean] ?? []).flatMap(\.patterns)
            + template.steps.map(\.text.korean) + template.hints.map(\.korean)
            + template.distractors.map(\.text.korean)
        return texts.compactMap { pattern in
            guard let word = typedParticle(pattern.pieces, after: false) else { return nil }
            return fault(
                pattern, "“\(word)” is typed directly behind a slot.",
                fix: "Write 은(는), 이(가), 을(를), 와(과), (으)로 or 이에요(예요), so that it agrees.")
        }
    }

    private func typedParticle(_ pieces: [TextPattern.Piece], after slot: Bool) -> Substring? {
        var followsSlot = slot
        for piece in pieces {
            switch piece {
            case .literal(let text):
                let word = text.prefix { ("가"..."힣").contains($0) }
                if followsSlot, Self.particles.contains(word) { return word }
                followsSlot = false
            case .alternatives(let lists):
                for list in lists {
                    if let word = typedParticle(list, after: followsSlot) { return word }
                }
                followsSlot = endsDiffer(lists)
            case .number(_, .money), .particle: followsSlot = false
            default: followsSlot = true
            }
        }
        return nil
    }

    /// Whether what follows alternatives has to agree with the one that was drawn.
    private func endsDiffer(_ lists: [[TextPattern.Piece]]) -> Bool {
        var ends: Set<FinalConsonant> = []
        for list in lists {
            guard case .literal(let text) = list.last else { return !lists.contains([]) }
            ends.insert(FinalConsonant(endOf: Array(text.utf8)))
        }
        return ends.count > 1
    }
}
