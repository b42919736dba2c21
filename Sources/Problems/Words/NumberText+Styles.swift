internal import Mathematics

extension NumberText {
    /// The number as a learner would type it: a decimal where a short one exists, else mixed.
    static func typed(_ number: ExactNumber) -> String {
        decimal(number, places: 3) ?? mixed(number)
    }

    /// `$4`, `$4.50` or `4,000원`.
    static func money(_ number: ExactNumber, _ language: Language) -> String {
        guard language == .english else {
            return (decimal(number, places: 2).map(grouped) ?? mixed(number)) + "원"
        }
        let sign = number.isNegative ? "-" : ""
        let amount = number.magnitude
        guard !amount.isInteger else { return "\(sign)$\(grouped(String(amount.numerator)))" }
        guard let text = decimal(amount, places: 2) else { return "\(sign)$\(mixed(amount))" }
        let places = text.count - text.prefix { $0 != "." }.count - 1
        return sign + "$" + grouped(text) + (places == 1 ? "0" : "")
    }

    /// Minutes since midnight as `17:30`.
    static func clock24(_ minutes: ExactNumber) -> String {
        let (hour, minute) = hourAndMinute(minutes)
        return "\(hour):\(twoDigits(minute))"
    }

    /// Minutes since midnight as `5:30 p.m.` or `오후 5시 30분`.
    static func clock(_ minutes: ExactNumber, _ language: Language) -> String {
        let (hour, minute) = hourAndMinute(minutes)
        let shown = hour % 12 == 0 ? 12 : hour % 12
        guard language == .korean else {
            return "\(shown):\(twoDigits(minute)) \(hour < 12 ? "a.m." : "p.m.")"
        }
        let half = hour < 12 ? "오전" : "오후"
        return minute == 0 ? "\(half) \(shown)시" : "\(half) \(shown)시 \(minute)분"
    }

    /// Minutes as `2 hours 5 minutes` or `2시간 5분`.
    static func duration(_ minutes: ExactNumber, _ language: Language) -> String {
        guard let total = minutes.integer, total >= 0 else {
            return typed(minutes) + (language == .english ? " minutes" : "분")
        }
        let (hours, rest) = total.quotientAndRemainder(dividingBy: 60)
        let parts =
            language == .english
            ? [
                hours > 0 ? "\(hours) hour\(hours == 1 ? "" : "s")" : nil,
                rest > 0 || hours == 0 ? "\(rest) minute\(rest == 1 ? "" : "s")" : nil,
            ] : [hours > 0 ? "\(hours)시간" : nil, rest > 0 || hours == 0 ? "\(rest)분" : nil]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// `3rd` or `3번째`.
    static func ordinal(_ number: ExactNumber, _ language: Language) -> String {
        let digits = shown(number)
        guard language == .english, let value = number.integer else { return digits + "번째" }
        guard !(11...13).contains(value % 100) else { return digits + "th" }
        return digits
            + (["st", "nd", "rd"].indices.contains(value % 10 - 1)
                ? ["st", "nd", "rd"][value % 10 - 1] : "th")
    }

    /// `three` or, as before a counter, `세`; digits from a hundred up.
    static func words(_ number: ExactNumber, _ language: Language) -> String {
        guard let value = number.integer, (1...99).contains(value) else { return shown(number) }
        let (tens, ones) = value.quotientAndRemainder(dividingBy: 10)
        guard language == .english else {
            if value == 20 { return "스무" }
            return koreanTens[tens] + koreanOnes[ones]
        }
        if value < 20 { return englishOnes[value] }
        return ones == 0 ? englishTens[tens] : "\(englishTens[tens])-\(englishOnes[ones])"
    }

    private static func hourAndMinute(_ minutes: ExactNumber) -> (Int, Int) {
        let day = ((minutes.floor % 1440) + 1440) % 1440
        return day.quotientAndRemainder(dividingBy: 60)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    private static let englishOnes = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ]
    private static let englishTens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let koreanOnes = [
        "", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉",
    ]
    private static let koreanTens = [
        "", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔",
    ]
}
