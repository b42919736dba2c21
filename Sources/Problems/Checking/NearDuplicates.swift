internal import Mathematics

/// Finds templates of one leaf that tell the same story in nearly the same words.
struct NearDuplicates {
    let bank: ProblemBank
    private static let samples = 8
    /// The share of common words from which two templates count as one.
    static let limit = 0.5

    func faults(in templates: [ProblemTemplate]) -> [BankFault] {
        var faults: [BankFault] = []
        for language in Language.allCases {
            let bags = templates.map { words(of: $0, language) }
            for (place, template) in templates.enumerated() {
                for earlier in 0..<place {
                    let share = meanShare(bags[earlier], bags[place])
                    guard share > Self.limit else { continue }
                    let percent = Int((share * 100).rounded())
                    faults.append(
                        fault(
                            template,
                            "Shares \(percent)% of its \(language) words with \(templates[earlier].id).",
                            fix:
                                "Tell another story: other verbs, other sentences, another question."
                        ))
                }
            }
        }
        return faults + stepFaults(templates)
    }

    private func fault(_ template: ProblemTemplate, _ message: String, fix: String) -> BankFault {
        BankFault(
            file: template.place.file, line: template.place.line, column: template.place.column,
            template: template.id, message: message, fix: fix)
    }

    private func stepFaults(_ templates: [ProblemTemplate]) -> [BankFault] {
        var faults: [BankFault] = []
        for (place, template) in templates.enumerated() {
            for other in templates[..<place] {
                for language in Language.allCases
                where sentences(template, language) == sentences(other, language) {
                    faults.append(
                        fault(
                            template,
                            "The \(language) steps say the same sentences as those of \(other.id).",
                            fix: "Explain with the things of this story."))
                }
            }
        }
        return faults
    }

    private func sentences(_ template: ProblemTemplate, _ language: Language) -> [String] {
        template.steps.map { step in
            step.text[language].allPieces.map { piece in
                if case .literal(let text) = piece { text } else { "_" }
            }.joined()
        }
    }

    /// The words of some instances, without numbers, names and things.
    private func words(of template: ProblemTemplate, _ language: Language) -> [Set<String>] {
        let generator = bank.generator(template)
        return (0..<Self.samples).compactMap { place in
            do {
                let (problem, facts) = try generator.problem(
                    level: place % 5 + 1, language: language, seed: UInt64(place + 900),
                    distractors: false)
                return words(problem.text, without: facts.draw, language)
            } catch {
                // The template check reports that it cannot be drawn.
                return nil
            }
        }
    }

    private func words(_ text: String, without draw: Draw, _ language: Language) -> Set<String> {
        var masked = TextNumbers.masked(text)
        let names = draw.people.map { language == .english ? $0.english : $0.korean }
        let things = draw.nouns.flatMap {
            language == .english ? [$0.plural, $0.singular] : [$0.korean]
        }
        for word in names + things where !word.isEmpty { masked = masked.replacing(word, with: "") }
        let tokens = masked.lowercased().split {
            !$0.isLetter && $0 != "’" && $0 != "'"
        }
        // In Korean a lone particle or counter is what masking left of a word.
        let shortest = language == .english ? 1 : 2
        return Set(tokens.filter { $0.count >= shortest }.map(String.init))
    }

    private func meanShare(_ left: [Set<String>], _ right: [Set<String>]) -> Double {
        var (sum, count) = (0.0, 0)
        for first in left {
            for second in right where first.count + second.count > 0 {
                sum +=
                    2 * Double(first.intersection(second).count)
                    / Double(first.count + second.count)
                count += 1
            }
        }
        return count == 0 ? 0 : sum / Double(count)
    }
}
