/// A picture of a problem that a terminal can draw, with the sentence that says the same.
public struct Picture: Sendable, Hashable {
    /// A part of a bar: its label (a number, a letter or `?`) and its length in any unit.
    public struct Part: Sendable, Hashable {
        /// What stands in the part, such as `12` or `?`.
        public let label: String
        /// The length of the part in proportion to the others, above zero.
        public let length: Double

        /// Creates a part from its label and length.
        public init(label: String, length: Double) {
            self.label = label
            self.length = length
        }
    }

    /// What to draw.
    public enum Drawing: Sendable, Hashable {
        /// Bars over one another, each of parts side by side, each with a name (may be empty).
        case bars([Bar])
        /// Rows and columns of dots.
        case array(rows: Int, columns: Int)
        /// A number line with marks.
        case numberLine(from: Double, to: Double, marks: [Part])
        /// A clock face.
        case clock(hour: Int, minute: Int)
        /// A circle cut into parts.
        case pie([Part])
        /// A rectangle with the labels of its sides and of its inside.
        case rectangle(width: String, height: String, inside: String)
    }

    /// One bar of a bar model.
    public struct Bar: Sendable, Hashable {
        /// The name before the bar; may be empty.
        public let name: String
        /// The parts from left to right.
        public let parts: [Part]
        /// The label of the whole bar below it, such as `?` or `48`; may be empty.
        public let total: String

        /// Creates a bar from its parts.
        public init(name: String, parts: [Part], total: String) {
            self.name = name
            self.parts = parts
            self.total = total
        }
    }

    /// What to draw.
    public let drawing: Drawing
    /// The picture in words, for readers who do not see it.
    public let sentence: String

    /// Creates a picture from a drawing and the sentence that says the same.
    public init(drawing: Drawing, sentence: String) {
        self.drawing = drawing
        self.sentence = sentence
    }
}
