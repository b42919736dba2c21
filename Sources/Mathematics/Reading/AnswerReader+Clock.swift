extension AnswerReader {
    /// Reads the whole text as a time of day.
    mutating func clock() throws(ReadingFault) -> ClockReading {
        skipClockLeadIn()
        var half = skipHalfOfDay()
        scanner.skipSpaces()
        guard var reading = try clockTime() else {
            throw .notUnderstood(.clockTime, at: scanner.position)
        }
        scanner.skipSpaces()
        _ = scanner.skip(anyOf: Self.clockMarks)
        scanner.skipSpaces()
        if half == nil { half = skipHalfOfDay() ?? skipMiddle(reading) }
        if let half { reading.half = resolve(half, reading) }
        scanner.skipSpaces()
        _ = scanner.skip("에")
        skipKoreanVerb()
        _ = skipKoreanEnding()
        while let next = scanner.next, next == "." || next == " " || next == "!" {
            scanner.position += 1
        }
        guard scanner.isAtEnd, reading.seconds != nil else {
            throw .notUnderstood(.clockTime, at: scanner.position)
        }
        return reading
    }

    private static let clockMarks = [
        "정각", "o'clock", "oclock", "o clock", "hrs", "hours", "sharp", "uhr", "heures", "h",
    ]

    /// Reads the `noon` of `12 noon`.
    private mutating func skipMiddle(_ reading: ClockReading) -> PartOfDay? {
        guard reading.hour == 12, reading.minute == 0 else { return nil }
        if scanner.skip(word: "noon") || scanner.skip("정오") { return .afternoon }
        return scanner.skip(word: "midnight") || scanner.skip("자정") ? .morning : nil
    }

    /// Skips the `도착해요` of `5시에 도착해요`.
    private mutating func skipKoreanVerb() {
        scanner.skipSpaces()
        let verbs = ["도착", "출발", "끝", "시작", "만나", "일어", "나와", "마쳐", "마칩", "와요", "옵니다"]
        guard scanner.skip(anyOf: verbs) != nil else { return }
        let denials: Set<Unicode.Scalar> = ["안", "않", "못", "아"]
        while let next = scanner.next, next.isHangul, !denials.contains(next) {
            scanner.position += 1
        }
    }

    private enum PartOfDay { case morning, afternoon, night }

    /// At night it is after midnight before six and before midnight from six on.
    private func resolve(_ part: PartOfDay, _ reading: ClockReading) -> ClockReading.Half {
        switch part {
        case .morning: .morning
        case .afternoon: .afternoon
        case .night: reading.hour < 6 || reading.hour == 12 ? .morning : .afternoon
        }
    }

    private mutating func skipClockLeadIn() {
        for word in ["the answer is", "it is", "it's", "at", "정답은", "답은", "답"] {
            let start = scanner.position
            if scanner.skip(word), !(scanner.next?.isLetter ?? false) {
                scanner.skipSpaces()
                _ = scanner.skip(":" as Unicode.Scalar)
                scanner.skipSpaces()
                return
            }
            scanner.position = start
        }
        _ = scanner.skip("=" as Unicode.Scalar)
        scanner.skipSpaces()
        _ = skipLeadingSentence()
        skipKoreanSubject()
    }

    /// Skips the `도착 시각은` of `도착 시각은 오후 3시`.
    private mutating func skipKoreanSubject() {
        let start = scanner.position
        for _ in 0..<4 {
            var copy = self
            let isTime = copy.skipHalfOfDay() != nil || (try? copy.clockNumber()) != nil
            if isTime { return }
            let begin = scanner.position
            while let letter = scanner.next, letter.isHangul { scanner.position += 1 }
            guard scanner.position > begin, scanner.next == " ",
                !KoreanCounters.changesNext(scanner.string(begin..<scanner.position))
            else { break }
            scanner.skipSpaces()
        }
        scanner.position = start
    }

    private mutating func skipHalfOfDay() -> PartOfDay? {
        scanner.skipSpaces()
        let words: [(String, PartOfDay)] = [
            ("오전", .morning), ("새벽", .morning), ("아침", .morning), ("오후", .afternoon),
            ("저녁", .afternoon), ("낮", .afternoon), ("밤", .night),
            ("in the morning", .morning), ("in the afternoon", .afternoon),
            ("in the evening", .afternoon), ("in morning", .morning),
            ("in afternoon", .afternoon), ("in evening", .afternoon), ("morning", .morning),
            ("afternoon", .afternoon), ("evening", .afternoon), ("at night", .night),
            ("a.m.", .morning),
            ("p.m.", .afternoon), ("a.m", .morning), ("p.m", .afternoon), ("a m", .morning),
            ("p m", .afternoon),
        ]
        for (word, part) in words where scanner.skip(word) { return part }
        if scanner.skip(word: "am") { return .morning }
        if scanner.skip(word: "pm") { return .afternoon }
        guard scanner.peek(-1)?.isASCIIDigit ?? false else { return nil }
        // "5:30p" and "5:30a" of timetables.
        if scanner.skip(word: "a") { return .morning }
        return scanner.skip(word: "p") ? .afternoon : nil
    }

    private mutating func clockTime() throws(ReadingFault) -> ClockReading? {
        if scanner.skip(word: "noon") || scanner.skip(word: "midday") || scanner.skip("정오") {
            return ClockReading(hour: 12, half: .afternoon)
        }
        if scanner.skip(word: "midnight") || scanner.skip("자정") {
            return ClockReading(hour: 0)
        }
        if let spoken = try spokenTime() { return spoken }
        let begin = scanner.position
        guard let hour = try clockNumber() else { return nil }
        // "05:30" is written with the hours of the whole day.
        let isWholeDay =
            hour.digits == 2 && scanner.string(begin..<scanner.position).hasPrefix("0")
            && scanner.next == ":"
        if isWholeDay {
            var reading = try minutes(after: hour.value)
            reading?.isWholeDay = true
            return reading
        }
        if hour.digits == 4 || hour.digits == 3 && !isClockMark(scanner.next) {
            return ClockReading(hour: hour.value / 100, minute: hour.value % 100)
        }
        return try minutes(after: hour.value)
    }

    private func isClockMark(_ scalar: Unicode.Scalar?) -> Bool {
        scalar == ":" || scalar == "." || scalar == "h" || scalar == "시"
    }

    private mutating func minutes(after hour: Int) throws(ReadingFault) -> ClockReading? {
        var reading = ClockReading(hour: hour)
        let start = scanner.position
        scanner.skipSpaces()
        if scanner.skip("시") {
            // "2시간" lasts and is no time of day.
            guard scanner.next != "간" else { return nil }
            scanner.skipSpaces()
            if scanner.skip("반") {
                reading.minute = 30
                return reading
            }
            let beforeMinute = scanner.position
            guard let minute = try clockNumber() else { return reading }
            scanner.skipSpaces()
            guard scanner.skip("분") else {
                scanner.position = beforeMinute
                return reading
            }
            reading.minute = minute.value
            scanner.skipSpaces()
            if scanner.skip("전") {
                // "6시 10분 전" is ten minutes before six.
                guard minute.value > 0, minute.value < 60 else { return nil }
                return ClockReading(hour: hour == 1 ? 12 : hour - 1, minute: 60 - minute.value)
            }
            let beforeSecond = scanner.position
            if let second = try clockNumber(), scanner.skip("초") {
                reading.second = second.value
            } else {
                scanner.position = beforeSecond
            }
            return reading
        }
        if let mark = scanner.next, mark == ":" || mark == "." || mark == "h" {
            scanner.position += 1
            scanner.skipSpaces()
            guard let minute = try clockNumber(), minute.digits == 2 else {
                if mark == "h" { return reading }
                return nil
            }
            reading.minute = minute.value
            _ = scanner.skip("분")
            if scanner.skip(":" as Unicode.Scalar) {
                guard let second = try clockNumber(), second.digits == 2 else { return nil }
                reading.second = second.value
            }
            return reading
        }
        // "five thirty" in words, "5 30" in digits.
        if let minute = try clockNumber(), minute.value < 60, minute.digits == 2 {
            reading.minute = minute.value
            return reading
        }
        scanner.position = start
        return reading
    }

    /// Reads `half past five`, `quarter to six`, `ten past three`.
    private mutating func spokenTime() throws(ReadingFault) -> ClockReading? {
        let start = scanner.position
        _ = scanner.skip("a ")
        var minutes: Int?
        let isHalf = scanner.skip("half")
        if isHalf {
            minutes = 30
        } else if scanner.skip("quarter") {
            minutes = 15
        } else if let number = try clockNumber() {
            minutes = number.value
            scanner.skipSpaces()
            _ = scanner.skip("minutes") || scanner.skip("minute") || scanner.skip("mins")
        }
        scanner.skipSpaces()
        let isPast = scanner.skip(word: "past") || scanner.skip(word: "after")
        let isBefore =
            !isPast && !isHalf && (scanner.skip(word: "to") || scanner.skip(word: "before"))
        scanner.skipSpaces()
        guard let minutes, minutes < 60, isPast || isBefore, let hour = try clockNumber(),
            hour.value <= 12
        else {
            scanner.position = start
            return nil
        }
        if isPast { return ClockReading(hour: hour.value, minute: minutes) }
        return ClockReading(hour: hour.value == 1 ? 12 : hour.value - 1, minute: 60 - minutes)
    }

    /// Reads a small whole number in digits or words and says how many digits it has.
    private mutating func clockNumber() throws(ReadingFault) -> (value: Int, digits: Int)? {
        scanner.skipSpaces()
        let start = scanner.position
        var value = 0
        while let next = scanner.next, next.isASCIIDigit, scanner.position - start < 5 {
            value = value * 10 + next.digitValue
            scanner.position += 1
        }
        let digits = scanner.position - start
        if digits > 0 {
            guard digits <= 4, !(scanner.next?.isASCIIDigit ?? false) else {
                scanner.position = start
                return nil
            }
            return (value, digits)
        }
        var word = scanner.englishNumber()
        if word == nil { word = try scanner.koreanNumber(context.locale) }
        guard case .whole(let number)? = word, let small = number.integer, small < 100 else {
            scanner.position = start
            return nil
        }
        return (small, 2)
    }
}
