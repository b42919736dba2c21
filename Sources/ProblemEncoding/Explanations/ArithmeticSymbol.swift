internal import Mathematics

/// One piece of a text as arithmetic reads it.
enum ArithmeticSymbol: Sendable, Hashable {
    /// One of the four operations.
    enum Operation: String, Sendable, Hashable, CaseIterable {
        case addition, subtraction, multiplication, division

        /// Returns the result, nil where there is none.
        func applied(_ left: Rational, _ right: Rational) -> Rational? {
            switch self {
            case .addition: left + right
            case .subtraction: left - right
            case .multiplication: left * right
            case .division: right.isZero ? nil : left / right
            }
        }
    }

    /// A numeral with the number of decimals that were written.
    case number(Rational, decimals: Int, isFraction: Bool)
    /// An operation between two numbers, as in `3 + 4`.
    case infix(Operation)
    /// An operation before two numbers, as in `added 3 and 4`; `isInfix` where it may stand between.
    case prefix(Operation, isInfix: Bool)
    /// An operation behind two numbers, as in `3이랑 4를 더하면`.
    case postfix(Operation)
    /// `=` and words that mean it; weak ones such as `is` mean it only behind a calculation.
    case equals(isStrong: Bool)
    case open, close
    /// A word that joins two numbers, as in `3 and 4`.
    case link(reverses: Bool)
    /// A word without arithmetic that may stand inside it.
    case filler
    /// A Korean particle or counter behind a number.
    case particle
    /// Anything else: it ends a calculation.
    case other
}

extension ArithmeticSymbol {
    /// Reads the pieces of a text; `x` between numbers and `of` behind a part mean times.
    static func symbols(of tokens: [TextToken]) -> [ArithmeticSymbol] {
        var symbols: [ArithmeticSymbol] = []
        var sentence = tokens.first?.sentence
        for (position, token) in tokens.enumerated() {
            if token.sentence != sentence {
                symbols.append(.other)
                sentence = token.sentence
            }
            let next = position + 1 < tokens.count ? tokens[position + 1] : nil
            append(token, before: next, to: &symbols)
        }
        return symbols
    }

    private static func append(
        _ token: TextToken, before next: TextToken?, to symbols: inout [ArithmeticSymbol]
    ) {
        if let number = token.number {
            // "8 -5" is a subtraction, whatever the spacing.
            let isMinus = token.display.hasPrefix("-") || token.display.hasPrefix("\u{2212}")
            if isMinus, symbols.last?.endsNumber == true {
                symbols.append(.infix(.subtraction))
                symbols.append(self.number(number, value: -number.value))
            } else {
                symbols.append(self.number(number, value: number.value))
            }
            return
        }
        switch token.word {
        case "%", "percent", "퍼센트", "프로":
            guard case .number(let value, let decimals, _)? = symbols.last else { return }
            symbols[symbols.count - 1] = .number(
                value / 100, decimals: decimals + 2, isFraction: true)
        case "x", "*":
            let isBetween = symbols.last?.endsNumber == true && next?.startsNumber == true
            symbols.append(isBetween ? .infix(.multiplication) : .other)
        case "of":
            guard case .number(_, _, true)? = symbols.last else { return symbols.append(.other) }
            symbols.append(.infix(.multiplication))
        case "half":
            symbols.append(.number(Rational(1, 2), decimals: 0, isFraction: true))
        default:
            symbols.append(ArithmeticWords.symbol(of: token.word))
        }
    }

    private static func number(_ number: FoundNumber, value: Rational) -> ArithmeticSymbol {
        let places = number.text.firstIndex(of: ".").map {
            number.text.distance(from: $0, to: number.text.endIndex) - 1
        }
        return .number(value, decimals: places ?? 0, isFraction: number.isFraction)
    }

    /// Whether a number can end here.
    var endsNumber: Bool {
        switch self {
        case .number, .close: true
        default: false
        }
    }
}

extension TextToken {
    fileprivate var startsNumber: Bool { number != nil || word == "(" || word == "-" }
}

/// What words mean to arithmetic.
enum ArithmeticWords {
    static func symbol(of word: String) -> ArithmeticSymbol {
        if let known = table[word] { return known }
        for (stem, operation) in koreanVerbs where word.hasPrefix(stem) {
            return word.hasSuffix("기") ? .infix(operation) : .postfix(operation)
        }
        return koreanParticles.contains(word) ? .particle : .other
    }

    /// The operation that a word speaks of, whether or not there are numbers beside it.
    static func operation(of word: String) -> ArithmeticSymbol.Operation? {
        switch symbol(of: word) {
        case .infix(let operation), .prefix(let operation, _), .postfix(let operation): operation
        default: spoken[word]
        }
    }

    private static let spoken: [String: ArithmeticSymbol.Operation] = [
        "sum": .addition, "total": .addition, "altogether": .addition, "addition": .addition,
        "difference": .subtraction, "subtraction": .subtraction,
        "product": .multiplication, "multiplication": .multiplication, "double": .multiplication,
        "doubled": .multiplication, "x": .multiplication, "lots": .multiplication,
        "division": .division, "halved": .division, "split": .division, "shared": .division,
        "÷": .division, "뺄셈": .subtraction, "덧셈": .addition, "곱셈": .multiplication,
        "나눗셈": .division, "합": .addition, "차": .subtraction,
    ]

    private static let koreanVerbs: [(String, ArithmeticSymbol.Operation)] = [
        ("더하", .addition), ("더해", .addition), ("더했", .addition), ("더한", .addition),
        ("더함", .addition), ("합하", .addition), ("합쳐", .addition), ("합치", .addition),
        ("합쳤", .addition), ("빼", .subtraction), ("뺐", .subtraction), ("뺀", .subtraction),
        ("뺌", .subtraction), ("뺄", .subtraction), ("곱하", .multiplication),
        ("곱해", .multiplication), ("곱했", .multiplication), ("곱한", .multiplication),
        ("곱함", .multiplication), ("곱", .multiplication), ("나누", .division),
        ("나눠", .division), ("나눴", .division), ("나눈", .division), ("나눔", .division),
        ("나눗", .division),
    ]

    private static let koreanParticles: Set<String> = [
        "이랑", "랑", "와", "과", "에", "에서", "을", "를", "로", "으로", "은", "는", "이", "가",
        "하고", "개", "명", "원", "씩", "그리고", "의", "에다", "에다가", "이니까", "니까",
    ]

    private static let table: [String: ArithmeticSymbol] = {
        var table: [String: ArithmeticSymbol] = [
            "+": .infix(.addition), "-": .infix(.subtraction), "×": .infix(.multiplication),
            "÷": .infix(.division), "/": .infix(.division), "=": .equals(isStrong: true),
            "(": .open, ")": .close, "plus": .infix(.addition), "minus": .infix(.subtraction),
            "takeaway": .infix(.subtraction), "into": .other,
        ]
        func add(_ words: [String], _ symbol: ArithmeticSymbol) {
            for word in words { table[word] = symbol }
        }
        add(
            ["add", "added", "adding", "adds", "ad", "pluss"],
            .prefix(.addition, isInfix: true))
        add(
            ["subtract", "subtracted", "subtracting", "took", "minused", "minusing", "taking"],
            .prefix(.subtraction, isInfix: true))
        add(
            [
                "times", "timesed", "timesing", "timsed", "multiply", "multiplied", "multiplying",
                "multiplyed", "timed",
            ], .prefix(.multiplication, isInfix: true))
        add(
            ["divide", "divided", "dividing", "divid", "devide", "devided", "divides"],
            .prefix(.division, isInfix: true))
        add(
            ["equals", "equal", "equivalent", "same", "equalls", "eqauls", "는=", "같다", "같아요"],
            .equals(isStrong: true))
        add(
            [
                "is", "makes", "make", "gives", "get", "got", "gets", "making", "giving", "getting",
                "gave", "made", "are", "becomes", "it's", "thats", "that's", "leaves", "was",
            ], .equals(isStrong: false))
        add(["and", "with", "by"], .link(reverses: false))
        add(["from"], .link(reverses: true))
        add(
            [
                "to", "you", "i", "it", "which", "that", "we", "then", "the", "a", "me", "be",
                "as", "will", "would", "so", "this", "an", "answer", "their", "they", "away", "'s",
            ], .filler)
        return table
    }()
}
