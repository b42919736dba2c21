/// Compares a time of day with the expected one.
struct ClockCheck {
    let key: AnswerKey
    let target: ClockReading

    /// What is to be said of `reading`, and the code of the mistake where one is listed.
    func finding(_ reading: ClockReading) -> (finding: Finding, misconception: String?) {
        let finding = comparison(reading)
        guard case .wrong = finding, let listed = listed(reading) else { return (finding, nil) }
        return (.wrong(.listed), listed)
    }

    private func comparison(_ reading: ClockReading) -> Finding {
        guard let expected = target.seconds, let typed = reading.seconds else {
            return .wrong(nil)
        }
        let halfDay = 43_200
        let differsByHalf = typed != expected && (typed - expected) % halfDay == 0
        let isOpen = reading.isOpen
        guard typed == expected || differsByHalf else { return .wrong(nil) }
        guard key.specification.requiresHalfOfDay else {
            let isBothOpen =
                reading.half == nil && (1...12).contains(reading.hour)
                || target.half == nil && (1...12).contains(target.hour)
            return typed == expected || isBothOpen ? .correct : .wrong(.ampm)
        }
        if isOpen {
            // The same text as a key without am or pm is right as it stands.
            return typed == expected && target.half == nil ? .correct : .form(.ampm)
        }
        guard typed != expected else { return .correct }
        return reading.isWholeDay && reading.hour > 0 ? .form(.ampm) : .wrong(.ampm)
    }

    private func listed(_ reading: ClockReading) -> String? {
        key.mistakes.first { mistake in
            guard case .clock(let other) = mistake.target else { return false }
            return isSameTime(other, reading)
        }?.code
    }

    /// Whether two readings may mean the same time; without am or pm either half of the day is
    /// meant.
    private func isSameTime(_ mistake: ClockReading, _ reading: ClockReading) -> Bool {
        guard let first = mistake.seconds, let second = reading.seconds else { return false }
        let isOpen = reading.isOpen
        return first == second || isOpen && (first - second) % 43_200 == 0
    }
}
