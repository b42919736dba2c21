internal import Mathematics

/// Draws many problems of one template and collects defects and counts.
struct TemplateCheck {
    let generator: ProblemGenerator
    /// How many problems to draw in each language, over all levels.
    let draws: Int
    /// Whether to look for defects, not only to count.
    let inspects: Bool

    private(set) var faults: [BankFault] = []
    private(set) var statistics = TemplateStatistics()
    private var reported: Set<String> = []
    private var template: ProblemTemplate { generator.template }

    init(generator: ProblemGenerator, draws: Int, inspects: Bool = true) {
        self.generator = generator
        self.draws = draws
        self.inspects = inspects
    }

    mutating func run() {
        faults = PatternLint(template: template).faults()
        var meanSizes: [Double] = []
        for level in 1...5 {
            var tally = LevelTally()
            for place in 0..<max(1, draws / 5) {
                draw(level: level, place: place, tally: &tally)
            }
            meanSizes.append(tally.meanSize)
            report(tally, level: level)
            statistics.add(tally)
        }
        // A few draws say nothing about the mean.
        guard draws >= 300 else { return }
        for level in 1..<5 where meanSizes[level] < 0.95 * meanSizes[level - 1] {
            report(
                "Level \(level + 1) has smaller numbers than level \(level).",
                fix: "Let the ranges grow from level to level.")
        }
    }

    private mutating func draw(level: Int, place: Int, tally: inout LevelTally) {
        let seed = UInt64(place)
        var givens: [[String]] = []
        for language in Language.allCases {
            do {
                let (problem, facts) = try generator.problem(
                    level: level, language: language, seed: seed,
                    distractors: place.isMultiple(of: 3), records: inspects)
                if inspects { inspect(problem, facts, isSample: place.isMultiple(of: 50)) }
                tally.add(problem, facts)
                givens.append(problem.givens.map(\.name))
            } catch {
                report(
                    "\(error)", fix: "Widen the ranges, relax a condition or allow the rule.",
                    kind: "no draw")
                return
            }
        }
        if Set(givens).count != 1 {
            report(
                "The languages show different numbers.", fix: "Show the same slots in both.")
        }
    }

    private mutating func inspect(_ problem: Problem, _ facts: GenerationFacts, isSample: Bool) {
        let check = InstanceCheck(template: template, problem: problem, facts: facts)
        for defect in check.defects(bruteForce: isSample) {
            report(
                defect.message, fix: defect.fix, kind: defect.kind,
                example: "(level \(problem.level), seed \(problem.seed)) \(problem.text)")
        }
    }

    private mutating func report(_ tally: LevelTally, level: Int) {
        guard tally.instances > 0 else { return }
        // A few draws say nothing about the share.
        if tally.acceptance < 0.02, tally.instances >= 20 {
            report(
                "The conditions refuse 98 of 100 draws at level \(level), most of them for "
                    + refusal(at: level) + ".",
                fix: "Choose the answer and derive the givens under “let”.")
        }
        guard draws >= 1000 else { return }
        if tally.notes.count < 50, !template.allowances.contains(.fewNumbers) {
            report(
                "There are only \(tally.notes.count) different number sets at level \(level).",
                fix: "Widen the ranges to at least 50, or allow few_numbers and say why.")
        }
        if let (answer, count) = tally.answers.max(by: { $0.value < $1.value }),
            Double(count) > 0.3 * Double(tally.instances), tally.answers.count < 8
        {
            report(
                "The answer \(answer) comes up in \(count) of \(tally.instances) at level \(level).",
                fix: "Widen the ranges so that answers vary.")
        }
    }

    /// The rule that refuses most.
    private func refusal(at level: Int) -> String {
        generator.drawing(level: level, seed: 0).mostFrequentRefusal(seed: 0)
    }

    private mutating func report(
        _ message: String, fix: String, kind: String? = nil, example: String = ""
    ) {
        guard reported.count < 12, reported.insert(kind ?? message).inserted else { return }
        faults.append(
            BankFault(
                file: template.place.file, line: template.place.line,
                column: template.place.column, template: template.id, message: message,
                fix: fix + (example.isEmpty ? "" : " Seen in: \(example)")))
    }
}

/// What one level of a template gave.
struct LevelTally {
    var instances = 0
    var tries = 0
    var notes: Set<[ExactNumber]> = []
    var answers: [String: Int] = [:]
    var wordings: [Language: Set<String>] = [:]
    private var size = 0.0

    var acceptance: Double { Double(instances) / Double(max(1, tries)) }
    var meanSize: Double { size / Double(max(1, instances)) }

    mutating func add(_ problem: Problem, _ facts: GenerationFacts) {
        instances += 1
        tries += facts.tries
        wordings[problem.language, default: []].insert(TextNumbers.masked(problem.text))
        guard problem.language == .english else { return }
        notes.insert(facts.shown.map { facts.values[$0] })
        answers[problem.answer.value, default: 0] += 1
        size += facts.shown.reduce(0) { $0 + abs(facts.values[$1].approximation) }
    }
}

/// Counts of one template over all levels.
public struct TemplateStatistics: Sendable {
    /// How many different number sets were drawn, over all levels.
    public internal(set) var distinctInstances = 0
    /// The different texts with numbers masked, by language.
    var wordings: [Language: Set<String>] = [:]
    /// Draws that met the conditions and draws in all.
    var accepted = 0
    var tries = 0

    mutating func add(_ tally: LevelTally) {
        distinctInstances += tally.notes.count
        for (language, texts) in tally.wordings {
            wordings[language, default: []].formUnion(texts)
        }
        accepted += tally.instances
        tries += tally.tries
    }
}
