/// Independent writers of numbers, against which the readers are tested.
func fullWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let wide = (0x21...0x7E).contains(scalar.value) ? scalar.value + 0xFEE0 : scalar.value
        result.append(Unicode.Scalar(wide) ?? scalar)
    }
    return String(result)
}

/// The digits of `value` in groups of three.
func grouped(_ value: Int, by separator: String) -> String {
    var digits = Array(String(value))
    var position = digits.count - 3
    while position > 0 {
        digits.insert(contentsOf: separator, at: position)
        position -= 3
    }
    return String(digits)
}

/// `value` in English words, below a thousand million.
func english(_ value: Int) -> String {
    let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ]
    let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    switch value {
    case ..<20: return small[value]
    case ..<100: return tens[value / 10] + (value % 10 == 0 ? "" : "-" + small[value % 10])
    case ..<1000:
        return small[value / 100] + " hundred"
            + (value % 100 == 0 ? "" : " and " + english(value % 100))
    case ..<1_000_000:
        return english(value / 1000) + " thousand"
            + (value % 1000 == 0 ? "" : " " + english(value % 1000))
    default:
        return english(value / 1_000_000) + " million"
            + (value % 1_000_000 == 0 ? "" : " " + english(value % 1_000_000))
    }
}

/// `value` in Chinese-Korean words.
func korean(_ value: Int) -> String {
    let digits = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
    func section(_ value: Int) -> String {
        var result = ""
        for (size, name) in [(1000, "천"), (100, "백"), (10, "십"), (1, "")] {
            let digit = value / size % 10
            guard digit > 0 else { continue }
            result += (digit == 1 && size > 1 ? "" : digits[digit]) + name
        }
        return result
    }
    let high = value / 10_000
    let low = section(value % 10_000)
    guard high > 0 else { return low }
    return (high == 1 ? "" : section(high)) + "만" + (low.isEmpty ? "" : " " + low)
}
