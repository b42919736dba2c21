/// What a picture of a template shows, with formulas in place of lengths.
struct PictureRule: Sendable {
    /// A part of a bar, a pie or a number line.
    struct Part: Sendable {
        let label: ProblemTemplate.Localized
        let length: Formula
    }

    /// One bar.
    struct Bar: Sendable {
        let name: ProblemTemplate.Localized
        let parts: [Part]
        /// How often the parts are repeated side by side.
        let times: Formula?
        let total: ProblemTemplate.Localized
    }

    /// The kinds of pictures.
    enum Drawing: Sendable {
        case bars([Bar])
        case array(rows: Formula, columns: Formula)
        case numberLine(from: Formula, to: Formula, marks: [Part])
        case clock(minutes: Formula)
        case pie([Part])
        case rectangle(
            width: ProblemTemplate.Localized, height: ProblemTemplate.Localized,
            inside: ProblemTemplate.Localized)
    }

    let drawing: Drawing
    let sentence: ProblemTemplate.Localized
}
