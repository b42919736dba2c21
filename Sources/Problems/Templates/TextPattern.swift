internal import Mathematics

/// A text with slots, ready to be filled in.
struct TextPattern: Sendable, Hashable {
    /// What a number looks like.
    enum NumberStyle: String, Sendable, Hashable, CaseIterable {
        case plain = ""
        case money, clock, duration, ordinal, words, fraction, mixed, ungrouped
    }

    /// Which noun is meant: a thing drawn for the problem, or always the same one.
    enum NounReference: Sendable, Hashable {
        case drawn(Int)
        case fixed(Noun)
    }

    /// A part of the text.
    indirect enum Piece: Sendable, Hashable {
        case literal(String)
        case number(Formula, NumberStyle)
        case counted(Formula, NounReference)
        case noun(NounReference, Noun.Form)
        case agreeingNoun(NounReference, Formula)
        case person(Int, Person.Form)
        case choice(Int, String)
        case particle(KoreanParticle)
        /// The English indefinite article, `a` or `an` by what follows.
        case article
        case alternatives([[Piece]])
        case agreement(Formula, one: [Piece], many: [Piece])
    }

    let pieces: [Piece]
    /// Where the text stands in its file.
    var line = 0
    var column = 0

    /// Every piece, those inside alternatives included.
    var allPieces: [Piece] { pieces.flatMap(\.withInner) }
}

extension TextPattern.Piece {
    fileprivate var withInner: [TextPattern.Piece] {
        switch self {
        case .alternatives(let lists): [self] + lists.flatMap { $0.flatMap(\.withInner) }
        case .agreement(_, let one, let many): [self] + (one + many).flatMap(\.withInner)
        default: [self]
        }
    }

    /// The formula of a piece that shows a number.
    var shownFormula: Formula? {
        switch self {
        case .number(let formula, _), .counted(let formula, _): formula
        default: nil
        }
    }
}
