public import Foundation
internal import Mathematics
internal import ProblemEncoding
public import Problems
public import TextClassification

/// The rows that teach to grade explanations: a problem of the bank, an answer, and what a learner
/// might write about it.
///
/// Answer and explanation are drawn separately, by the shares that real learners show, so that the
/// answer does not give the grade away.
public struct ExplanationCorpus: Sendable {
    /// Rows of templates and leaves that train.
    public private(set) var training: [LabeledExample] = []
    /// Rows of held-out templates on leaves that train.
    public private(set) var heldOut: [LabeledExample] = []
    /// Rows of templates that train on leaves that do not.
    public private(set) var otherSkills: [LabeledExample] = []
    /// Rows of templates and leaves that train, with other numbers.
    public private(set) var otherNumbers: [LabeledExample] = []
    /// The codes of the misconceptions that rows show, sorted.
    public private(set) var codes: [String] = []
    /// The number of templates that train.
    public private(set) var trainingTemplateCount = 0

    /// The templates by what they show, in which language, and whether they are held out.
    private let pools: [Pool: [ExplanationTemplates.Template]]

    private struct Pool: Hashable {
        let language: String
        let kind: ExplanationTemplates.Kind
        let isHeldOut: Bool
    }

    /// Draws the rows.
    ///
    /// - Parameters:
    ///   - bank: the problem bank.
    ///   - dataDirectory: the folder with `training/explanations-en.txt` and `…-ko.txt`.
    ///   - rows: how many rows are drawn for training; a quarter as many for measuring.
    ///   - seed: the seed of all draws.
    /// - Throws: `WordingGrammar.WordingError` where the templates cannot be read.
    public init(
        bank: ProblemBank, dataDirectory: URL, rows: Int, seed: UInt64
    ) throws(WordingGrammar.WordingError) {
        let folder = dataDirectory.appending(path: "training")
        let templates = [
            try ExplanationTemplates(
                file: folder.appending(path: "explanations-en.txt"), language: "en"),
            try ExplanationTemplates(
                file: folder.appending(path: "explanations-ko.txt"), language: "ko"),
        ]
        var pools: [Pool: [ExplanationTemplates.Template]] = [:]
        for file in templates {
            let held = file.heldOut
            trainingTemplateCount += file.templates.count - held.count
            for template in file.templates {
                let pool = Pool(
                    language: file.language, kind: template.kind,
                    isHeldOut: held.contains(template.id))
                pools[pool, default: []].append(template)
            }
        }
        self.pools = pools
        let leaves = bank.practisableLeaves.map(\.id)
        let unseen = DatasetSplit.heldOutTemplates(of: leaves, hundredths: 15)
        let seen = leaves.filter { !unseen.contains($0) }
        func drawn(_ name: String, _ leaves: [String], _ count: Int, held: Bool) -> [LabeledExample]
        {
            var generator = SplitMix64(stream: ["explanations", name, "\(seed)"])
            return self.rows(
                leaves, in: bank, count: count, isHeldOut: held, using: &generator)
        }
        training = drawn("training", seen, rows, held: false)
        heldOut = drawn("held out", seen, rows / 4, held: true)
        otherSkills = drawn("skills", Array(unseen).sorted(), rows / 8, held: false)
        otherNumbers = drawn("numbers", seen, rows / 8, held: false)
        codes = Set(training.compactMap(\.code)).sorted()
    }

    /// What the learner answered and what the explanation is to show.
    private struct Draw {
        var answer: String
        var standing: ExplanationContext.Standing
        var listed: [String] = []
        var kind: Kind

        enum Kind { case correct, unclear, misconception(String), salad, stuffing }
    }

    private func rows(
        _ leaves: [String], in bank: ProblemBank, count: Int, isHeldOut: Bool,
        using generator: inout SplitMix64
    ) -> [LabeledExample] {
        var rows: [LabeledExample] = []
        guard !leaves.isEmpty else { return [] }
        for _ in 0..<(count * 4) where rows.count < count {
            guard let leaf = leaves.randomElement(using: &generator),
                let language = Language.allCases.randomElement(using: &generator),
                // A leaf that refuses a draw is drawn again with other numbers.
                let problem = try? bank.problem(
                    skill: leaf, level: Int.random(in: 1...5, using: &generator),
                    language: language, seed: generator.next() >> 16)
            else { continue }
            for _ in 0..<4 where rows.count < count {
                let draw = draw(problem, using: &generator)
                if let row = row(draw, problem, isHeldOut: isHeldOut, using: &generator) {
                    rows.append(row)
                }
            }
        }
        return rows
    }

    // MARK: The confusion table

    /// In so many cases of a hundred the value is right and the way it is written is not.
    private static let formShare = 3

    private func draw(_ problem: Problem, using generator: inout SplitMix64) -> Draw {
        let chance = Int.random(in: 0..<1_000, using: &generator)
        let answerCase = Int.random(in: 0..<100, using: &generator)
        let codes = problem.wrong.map(\.code)
        if answerCase < 55 || problem.wrong.isEmpty {
            var draw = Draw(answer: problem.answer.text, standing: .right, kind: .correct)
            if answerCase < Self.formShare { draw.standing = .form }
            switch chance {
            case ..<590: draw.kind = .correct
            case ..<840: draw.kind = .unclear
            case ..<860: draw.kind = .misconception(codes.first ?? "WRONG_OP")
            case ..<970: draw.kind = .salad
            default: draw.kind = .stuffing
            }
            return draw
        }
        guard answerCase < 85, let wrong = problem.wrong.randomElement(using: &generator) else {
            return other(problem, chance, using: &generator)
        }
        // Problems of other people list no mistakes, so the list is hidden half of the time.
        let isListed = Bool.random(using: &generator)
        var draw = Draw(
            answer: wrong.text, standing: .wrong, listed: isListed ? [wrong.code] : [],
            kind: .misconception(wrong.code))
        switch chance {
        case ..<597: break
        case ..<630:
            draw.kind = .misconception(codes.randomElement(using: &generator) ?? wrong.code)
        default: draw.kind = .unclear
        }
        return draw
    }

    private func other(
        _ problem: Problem, _ chance: Int, using generator: inout SplitMix64
    ) -> Draw {
        let number = Int.random(in: 1...120, using: &generator)
        let code = problem.wrong.map(\.code).randomElement(using: &generator) ?? "WRONG_OP"
        return Draw(
            answer: "\(number)" == problem.answer.text ? "\(number + 1)" : "\(number)",
            standing: .wrong, kind: chance < 300 ? .misconception(code) : .unclear)
    }

    // MARK: Rows

    private func row(
        _ draw: Draw, _ problem: Problem, isHeldOut: Bool, using generator: inout SplitMix64
    ) -> LabeledExample? {
        let slots = ExplanationSlots(problem, answer: draw.answer)
        let kinds = kinds(draw, slots)
        let language = problem.language.rawValue
        let fitting = kinds.flatMap {
            pools[Pool(language: language, kind: $0, isHeldOut: isHeldOut)] ?? []
        }
        guard let template = fitting.randomElement(using: &generator) else { return nil }
        var text = slots.filled(template.text, for: template.kind, using: &generator)
        switch draw.kind {
        case .salad:
            var words = text.split(separator: " ")
            guard words.count > 4 else { return nil }
            words.shuffle(using: &generator)
            text = words.joined(separator: " ")
        case .stuffing:
            text = stuffed(text, slots, using: &generator)
        default:
            text = ChildSpelling.spelled(text, using: &generator)
        }
        let context = ExplanationContext(
            problem: problem.text, expected: problem.answer.text, answer: draw.answer,
            standing: draw.standing, listedCodes: draw.listed)
        let (grade, code) = Self.label(draw)
        return LabeledExample(
            input: ExplanationEncoder.encode(text, of: context).input, leaf: nil, operation: nil,
            template: "explanation:\(template.id)", language: language, grade: grade, code: code)
    }

    private static func label(_ draw: Draw) -> (grade: String, code: String?) {
        switch draw.kind {
        case .correct where draw.standing == .form: ("partial", nil)
        case .correct: ("correct", nil)
        case .misconception(let code): ("misconception", code)
        case .unclear, .salad, .stuffing: ("unclear", nil)
        }
    }

    private func kinds(_ draw: Draw, _ slots: ExplanationSlots) -> [ExplanationTemplates.Kind] {
        switch draw.kind {
        case .correct, .salad:
            slots.operation.map { [.correct("any"), .correct($0)] } ?? [.correct("any")]
        case .misconception(let code): [.misconception(code)]
        case .unclear, .stuffing:
            [.unclear("any"), .unclear(draw.standing == .wrong ? "wrong" : "right")]
        }
    }

    /// A text without a reason with the answer or big words put behind it again and again.
    private func stuffed(
        _ text: String, _ slots: ExplanationSlots, using generator: inout SplitMix64
    ) -> String {
        let answer = slots.problem.answer.text
        let words =
            slots.problem.language == .korean
            ? ["더하기", "분수", "전체", "곱하기"] : ["add", "fraction", "total", "multiply", "equals"]
        let tail = (0..<5).map { _ in
            Bool.random(using: &generator)
                ? answer : words.randomElement(using: &generator) ?? answer
        }
        return text + " " + tail.joined(separator: " ")
    }
}
