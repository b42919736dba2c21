internal import Mathematics

/// Looks at problems made of a person's own text by the rules that hold for the bank's.
public struct OwnTemplateCheck {
    private static let draws = 20

    private let template: OwnTemplate

    /// Creates a check of one template.
    public init(_ template: OwnTemplate) {
        self.template = template
    }

    /// Returns what is wrong with the problems that it makes.
    public func faults(file: String) -> [BankFault] {
        do {
            let problems = try template.variants(count: Self.draws, seed: 0)
            let defects = problems.flatMap(KeyCheck.defects(of:))
            var seen: Set<String> = []
            return defects.filter { seen.insert($0.kind).inserted }.map { fault($0, file) }
        } catch {
            let defect = InstanceCheck.Defect(
                message: error.sentence(in: .english), fix: "Pin fewer numbers.")
            return [fault(defect, file)]
        }
    }

    private func fault(_ defect: InstanceCheck.Defect, _ file: String) -> BankFault {
        BankFault(
            file: file, line: 0, column: 0, template: template.id, message: defect.message,
            fix: defect.fix)
    }
}
