extension AnswerReader {
    /// Reads `3과 4의 비`, `3의 4에 대한 비` and `4에 대한 3의 비`, which are all 3:4.
    mutating func koreanRatio() throws(ReadingFault) -> [Expression]? {
        guard scanner.scalars.last?.isHangul ?? false else { return nil }
        let start = scanner.position
        scanner.skipSpaces()
        if let first = try number(), let joint = scanner.skip(anyOf: ["와", "과", "의", "에 대한"]) {
            scanner.skipSpaces()
            if let second = try number() {
                let ending = joint == "의" ? "에 대한 비" : "의 비"
                if scanner.skip(ending) {
                    _ = scanner.skip("율")
                    _ = skipKoreanEnding()
                    if scanner.isAtEnd {
                        return joint == "에 대한" ? [second, first] : [first, second]
                    }
                }
            }
        }
        scanner.position = start
        return nil
    }
}
