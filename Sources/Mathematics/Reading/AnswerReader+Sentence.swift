extension AnswerReader {
    /// Words of a sentence that tells an answer, none of which changes what the number says.
    private static let tellingWords: Set<String> = [
        "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "there", "this", "that",
        "my", "his", "her", "their", "our", "its", "costs", "cost", "paid", "pays", "pay",
        "spent", "spends", "has", "have", "had", "needs", "need", "will", "would", "be", "was",
        "were", "are", "is", "total", "price", "change", "difference", "sum", "product",
        "quotient", "answer", "number", "result", "area", "perimeter", "length", "width",
        "height", "volume", "distance", "speed", "time", "weight", "mass", "temperature", "got",
        "gets", "get", "ends", "end", "starts", "start", "arrives", "arrive", "so", "then", "of",
        "in", "all", "each", "every", "person", "child", "at", "left", "value", "average", "mean",
        "equals", "money", "amount", "people", "students", "children", "train", "bus", "movie",
        "by", "made", "make", "makes", "sold", "bought", "ate", "read", "walked", "ran",
    ]

    /// Skips `it costs` and `Mia has` before a number; the first word may be a name.
    mutating func skipLeadingSentence() -> Bool {
        let start = scanner.position
        var words = 0
        while let next = scanner.next, next.isASCIILetter, words < 8,
            let word = scanner.latinWord()
        {
            let isName = words == 0 && next.value < 97 && word.text.count > 2
            guard scanner.peek(word.end - scanner.position) == " ",
                Self.tellingWords.contains(word.text)
                    || isName && !Self.changesMeaning(word.text)
            else { break }
            scanner.position = word.end
            scanner.skipSpaces()
            words += 1
        }
        let isNumber = scanner.next.map {
            $0.isASCIIDigit || "$€£₩¥₹-.".unicodeScalars.contains($0)
        }
        guard words > 0, isNumber ?? false else {
            scanner.position = start
            return false
        }
        return true
    }

    private static func changesMeaning(_ word: String) -> Bool {
        let others: Set<String> = [
            "not", "no", "never", "minus", "negative", "plus", "twice", "double", "triple", "half",
            "under", "over", "above", "below", "less", "more", "least", "most", "nearly", "almost",
            "between", "before", "after", "until", "around", "square", "cube", "root", "without",
            "except", "exclude", "excluding", "only", "up", "down", "than", "beyond", "within",
            "add", "subtract", "divide", "multiply", "times", "hardly", "barely", "neither",
            "cannot", "anything", "everything", "wrong", "false", "quarter", "third", "percent",
            "maximum", "minimum", "max", "min", "fewer", "divided", "squared", "cubed", "binary",
            "hex",
            "octal", "base", "roman", "reverse", "tens", "hundreds", "thousands", "mod",
            "remainder",
            "log", "sin", "cos", "tan", "exp", "sqrt", "cbrt", "abs", "inverse", "opposite",
        ]
        return others.contains(word) || EnglishNumberWords.isNumberWord(word)
    }
}
