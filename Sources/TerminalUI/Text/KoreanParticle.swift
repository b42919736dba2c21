/// Particles of Korean that depend on how the word before them ends.
public enum KoreanParticle: Sendable, Hashable {
    /// 이 after a consonant, 가 after a vowel.
    case subject
    /// 을 after a consonant, 를 after a vowel.
    case object
    /// 은 after a consonant, 는 after a vowel.
    case topic
    /// 과 after a consonant, 와 after a vowel.
    case with
    /// 이에요 after a consonant, 예요 after a vowel: "is".
    case copula
    /// 으로 after a consonant other than ㄹ, else 로.
    case by

    /// Returns the word with the fitting form of the particle.
    ///
    /// Digits are read as Korean reads them; a word in another script counts as ending in a vowel.
    public func attached(to word: String) -> String {
        let final = KoreanParticle.finalConsonant(of: word)
        switch self {
        case .subject: return word + (final == 0 ? "가" : "이")
        case .object: return word + (final == 0 ? "를" : "을")
        case .topic: return word + (final == 0 ? "는" : "은")
        case .with: return word + (final == 0 ? "와" : "과")
        case .copula: return word + (final == 0 ? "예요" : "이에요")
        case .by: return word + (final == 0 || final == KoreanParticle.rieul ? "로" : "으로")
        }
    }

    private static let rieul: UInt32 = 8

    /// Returns the number of the final consonant as Unicode counts them, 0 for none.
    private static func finalConsonant(of word: String) -> UInt32 {
        let letter = word.unicodeScalars.last { $0.properties.isAlphabetic || isDigit($0) }
        guard let value = letter?.value else { return 0 }
        if (0xAC00...0xD7A3).contains(value) { return (value - 0xAC00) % 28 }
        // 영 일 이 삼 사 오 육 칠 팔 구: which of them end in a consonant, and in which.
        let digits: [UInt32] = [21, rieul, 0, 16, 0, 0, 1, rieul, rieul, 0]
        return (0x30...0x39).contains(value) ? digits[Int(value - 0x30)] : 0
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }
}
