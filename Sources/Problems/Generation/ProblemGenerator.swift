internal import Mathematics

/// Makes the problems of one template.
struct ProblemGenerator {
    let template: ProblemTemplate
    let grade: String
    let strand: String
    let words: WordList

    /// The problem that a level and a seed stand for, and how many draws it took.
    func problem(
        level: Int, language: Language, seed: UInt64, distractors: Bool, records: Bool = false
    ) throws(GenerationError) -> (problem: Problem, facts: GenerationFacts) {
        let story = storyDraw(level: level, seed: seed)
        let drawing = NumberDrawing(template: template, level: level, nouns: story.nouns)
        var numbers = try drawing.numbers(seed: seed, language: language)
        var distractor: ProblemTemplate.Distractor?
        if distractors, !template.distractors.isEmpty {
            let place = Int(seed % UInt64(template.distractors.count))
            let candidate = template.distractors[place]
            if drawing.addDistractor(candidate, to: &numbers, seed: seed) {
                distractor = candidate
            }
        }
        var draw = story
        draw.values = numbers.values
        let salt: UInt64 = language == .english ? 0x65 : 0x6B_0000
        let renderer = TextRenderer(
            template: template, draw: draw, language: language,
            wording: StreamSeeds.stream(
                template.streams.wording, level: level, seed: seed, salt: salt),
            records: records)
        var writer = ProblemWriter(
            generator: self, renderer: renderer, numbers: numbers, distractor: distractor,
            order: StreamSeeds.stream(template.streams.order, level: level, seed: seed, salt: salt))
        do {
            return try writer.problem(level: level, seed: seed)
        } catch {
            throw .formulaWithoutValue(template: template.id)
        }
    }

    /// The drawing of numbers for the things that a seed draws.
    func drawing(level: Int, seed: UInt64) -> NumberDrawing {
        NumberDrawing(
            template: template, level: level,
            nouns: storyDraw(level: level, seed: seed).nouns)
    }

    /// People with different initials, different things, and the choices.
    private func storyDraw(level: Int, seed: UInt64) -> Draw {
        var generator = StreamSeeds.stream(template.streams.story, level: level, seed: seed)
        var people: [Person] = []
        for slot in template.people {
            people.append(person(slot, besides: people, using: &generator))
        }
        var nouns: [Noun] = []
        for slot in template.things {
            let taken = slot.differentFrom.map { nouns[$0] }
            let start = generator.below(slot.nouns.count)
            let candidates = slot.nouns[start...] + slot.nouns[..<start]
            nouns.append(candidates.first { !taken.contains($0) } ?? slot.nouns[start])
        }
        let choices = template.choices.map { generator.below($0.count) }
        return Draw(values: [], people: people, nouns: nouns, choices: choices)
    }

    private func person(
        _ slot: ProblemTemplate.PersonSlot, besides others: [Person],
        using generator: inout SplitMix64
    ) -> Person {
        let taken = Set(others.flatMap(\.initials))
        let start = generator.below(words.people.count)
        let candidates = words.people[start...] + words.people[..<start]
        return candidates.first { person in
            (slot == .anyone || person.isFemale == (slot == .girl))
                && taken.isDisjoint(with: person.initials)
        } ?? words.people[start]
    }
}

/// What generating one problem showed about its template.
struct GenerationFacts: Sendable {
    /// How many draws of numbers were needed.
    let tries: Int
    /// The numbers of the text, in their order.
    let storyNumbers: [ShownNumber]
    /// The numbers of hints and of the picture.
    let helpNumbers: [ShownNumber]
    /// The values of all numbers of the template.
    let values: [ExactNumber]
    /// The variables that the text must show.
    let shown: [Int]
    /// What was drawn.
    let draw: Draw
    /// The answer.
    let answer: ExactNumber
}
