internal import Foundation

extension String {
    /// Returns the text as it is kept: composed (NFC), full-width forms as ASCII, one line, and
    /// nothing that a terminal would obey.
    public var normalizedForInput: String {
        var result = String.UnicodeScalarView()
        for scalar in precomposedStringWithCanonicalMapping.unicodeScalars {
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
