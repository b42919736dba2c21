internal import Foundation

extension String {
    /// Returns the text as it is kept: composed (NFC), full-width forms as ASCII, one line, and
    /// nothing that a terminal would obey.
    public var normalizedForInput: String {
        var result = String.UnicodeScalarView()
        for scalar in withoutSequences.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x3000: result.append(" ")
            case 0xFF01...0xFF5E:
                if let ascii = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(ascii) }
            default:
                if scalar.isKept { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// The text without whole sequences for a terminal, such as those that color a copied text.
    private var withoutSequences: String {
        guard unicodeScalars.contains("\u{1B}") else { return self }
        var result = String.UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}", let kind = rest.first else {
                result.append(scalar)
                continue
            }
            switch kind {
            case "[":
                rest.removeFirst()
                rest = rest.drop { (0x20...0x3F).contains($0.value) }
                if let last = rest.first, (0x40...0x7E).contains(last.value) { rest.removeFirst() }
            case "]":
                rest = rest.drop { $0 != "\u{7}" && $0 != "\u{1B}" }
            default: break
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar may stay in a text that was typed.
    fileprivate var isKept: Bool {
        switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
        case .format:
            value == 0x200D
        default: true
        }
    }
}
