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
        "increased", "decreased", "increase", "decrease", "by", "made", "make", "makes", "sold",
        "bought", "ate", "read", "walked", "ran",
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
        if words > 0, isNumberNext { return true }
        scanner.position = start
        return skipSubject()
    }

    private var isNumberNext: Bool {
        guard let next = scanner.next else { return false }
        if next.isASCIIDigit || "$€£₩¥₹-.".unicodeScalars.contains(next) { return true }
        guard let word = scanner.latinWord() else { return false }
        return EnglishNumberWords.isNumberWord(word.text)
    }

    /// Whether `an hour` or `a dozen` is next.
    private var isOneNext: Bool {
        var copy = self
        guard copy.scanner.skip(word: "an") || copy.scanner.skip(word: "a") else { return false }
        copy.scanner.skipSpaces()
        return copy.scanner.unit() != nil || copy.isNumberNext
    }

    private static let determiners: Set<String> = [
        "the", "my", "his", "her", "their", "our", "its", "this", "that", "each", "every", "one",
        "it", "he", "she", "they", "we", "i",
    ]
    private static let verbs: Set<String> = [
        "is", "was", "are", "were", "took", "takes", "costs", "cost", "has", "have", "had",
        "weighs", "weighed", "needs", "needed", "walked", "ran", "drove", "ate", "read", "equals",
        "measures", "lasts", "lasted", "gets", "got", "holds", "held", "contains", "used", "uses",
        "earned", "earns", "saved", "saves", "bought", "sold", "made", "makes", "picked", "baked",
        "travels", "travelled", "traveled", "waited", "comes", "leaves", "starts", "ends",
        "increased", "decreased",
        "rose", "fell", "at", "grew", "drank", "paid", "spent", "should", "be",
    ]

    /// Skips `the pencil is` and `it took`: a thing with up to three words, then a verb.
    private mutating func skipSubject() -> Bool {
        let start = scanner.position
        guard let first = scanner.latinWord(), Self.determiners.contains(first.text) else {
            return false
        }
        scanner.position = first.end
        var words = 0
        var hasVerb = false
        while scanner.next == " ", words < 9 {
            scanner.skipSpaces()
            if hasVerb, isNumberNext || isOneNext { return true }
            guard let word = scanner.latinWord(), scanner.peek(word.end - scanner.position) == " ",
                word.text == "square" || !Self.changesMeaning(word.text)
            else { break }
            hasVerb = hasVerb || Self.verbs.contains(word.text)
            scanner.position = word.end
            words += 1
        }
        scanner.position = start
        return false
    }

    static func changesMeaning(_ word: String) -> Bool {
        let others: Set<String> = [
            "could", "might", "may", "maybe", "perhaps", "possibly", "guess", "doubt", "unless",
            "if", "or", "probably", "either", "other", "another", "next", "previous", "old",
            "incorrect", "mistake", "untrue", "instead", "unsure",
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
