/// What a reader of a typed problem would ask about first.
enum OwnText {
    private static let questionWords = [
        "how ", "what ", "which ", "when ", "who ", "find ", "calculate", "work out", "determine",
        "몇", "얼마", "무엇", "언제", "누가", "어느", "구하", "구해", "까요", "인가", "니까",
    ]

    /// Says what a text lacks that is a problem; nil where nothing is missing.
    static func concern(_ text: String, numbers: [String]) -> OwnFault? {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let known = letters.count { isLatin($0) || isHangul($0) }
        if known * 2 < letters.count {
            return OwnFault(
                english: "I can read English and Korean only; please write it in one of them.",
                korean: "한국어와 영어만 읽을 수 있어요. 둘 중 하나로 써 주세요.")
        }
        if numbers.isEmpty {
            return OwnFault(
                english: "I found no number in the text; a problem needs some to calculate with.",
                korean: "글에 수가 없어요. 계산할 수를 넣어 주세요.")
        }
        let lower = text.lowercased() + " "
        if !text.contains(where: { $0 == "?" || $0 == "？" }),
            !questionWords.contains(where: lower.contains)
        {
            return OwnFault(
                english: "There is no question yet: end with what is asked for.",
                korean: "아직 물음이 없어요. 무엇을 구하는지 끝에 써 주세요.")
        }
        return nil
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x250
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0xAC00...0xD7A3).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
            || (0x3130...0x318F).contains(scalar.value)
    }
}
