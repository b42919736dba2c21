/// A language that the tutor speaks.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    /// English, code `en`.
    case english = "en"
    /// Korean, code `ko`.
    case korean = "ko"
}
