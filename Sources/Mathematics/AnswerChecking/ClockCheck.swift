/// Compares a time of day with the expected one.
struct ClockCheck {
    let key: AnswerKey
    let target: ClockReading

    func finding(_ reading: ClockReading) -> Finding {
        guard let expected = target.seconds, let typed = reading.seconds else {
            return .wrong(nil)
        }
        let halfDay = 43_200
        let differsByHalf = typed != expected && (typed - expected) % halfDay == 0
        let isOpen = reading.half == nil && (1...12).contains(reading.hour)
        guard typed == expected || differsByHalf else { return wrong(typed) }
        guard key.specification.requiresHalfOfDay else {
            let isBothOpen = isOpen || target.half == nil && (1...12).contains(target.hour)
            return typed == expected || isBothOpen ? .correct : .wrong(.ampm)
        }
        if isOpen {
            // The same text as a key without am or pm is right as it stands.
            return typed == expected && target.half == nil ? .correct : .form(.ampm)
        }
        return typed == expected ? .correct : .wrong(.ampm)
    }

    private func wrong(_ typed: Int) -> Finding {
        let isListed = key.mistakes.contains { mistake in
            if case .clock(let reading) = mistake.target { reading.seconds == typed } else { false }
        }
        return .wrong(isListed ? .listed : nil)
    }
}
