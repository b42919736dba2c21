/// A function that formulas may call, by its name in templates.
enum FormulaFunction: String, Hashable, Sendable, CaseIterable {
    case abs, min, max, floor, ceil, gcd, lcm, median, pick
    case squareRoot = "isqrt"
    case round = "rnd"
    case smallestPrimeFactor = "spf"
    case combinations = "C"
    case permutations = "P"
    case withoutCarry = "nocarry"
    case withoutBorrow = "noborrow"
    case baseTenTime = "base10time"
    case sideBySide = "cat"

    /// How many arguments the function takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .abs, .floor, .ceil, .squareRoot, .smallestPrimeFactor: 1...1
        case .round, .combinations, .permutations, .withoutBorrow, .baseTenTime: 2...2
        case .min, .max, .gcd, .lcm, .median, .withoutCarry, .sideBySide: 2...12
        case .pick: 2...65
        }
    }

    /// The value of the function; `arguments` has as many numbers as `arity` asks for.
    func value(_ arguments: [ExactNumber]) throws(FormulaError) -> ExactNumber {
        switch self {
        case .abs: return arguments[0].magnitude
        case .floor: return ExactNumber(arguments[0].floor)
        case .ceil: return ExactNumber(-arguments[0].negated.floor)
        case .min: return try smallest(arguments)
        case .max: return try smallest(arguments.map(\.negated)).negated
        case .median: return try middle(arguments)
        case .round: return try roundedHalfUp(arguments[0], to: arguments[1])
        case .pick: return try picked(arguments)
        default: return ExactNumber(try wholeValue(arguments))
        }
    }

    /// The functions of whole numbers, which give a whole number.
    private func wholeValue(_ arguments: [ExactNumber]) throws(FormulaError) -> Int {
        var numbers: [Int] = []
        for argument in arguments { numbers.append(try wholeNumber(argument, rawValue)) }
        switch self {
        case .gcd: return numbers.reduce(0) { greatestCommonDivisor($0, $1) }
        case .lcm: return try leastCommonMultiple(numbers)
        case .squareRoot: return try integerSquareRoot(numbers[0])
        case .smallestPrimeFactor: return try leastPrimeFactor(of: numbers[0])
        case .permutations: return try fallingProduct(numbers[0], numbers[1])
        case .combinations:
            return try fallingProduct(numbers[0], numbers[1])
                / fallingProduct(numbers[1], numbers[1])
        case .withoutCarry: return try columnSum(numbers)
        case .withoutBorrow: return try columnDifference(numbers[0], numbers[1])
        case .baseTenTime: return try baseTenMinutes(from: numbers[0], to: numbers[1])
        default: return try digitsSideBySide(numbers)
        }
    }
}

private func smallest(_ numbers: [ExactNumber]) throws(FormulaError) -> ExactNumber {
    var result = numbers[0]
    for number in numbers where try number.isBelow(result) { result = number }
    return result
}

private func middle(_ numbers: [ExactNumber]) throws(FormulaError) -> ExactNumber {
    var sorted: [ExactNumber] = []
    for number in numbers {
        var place = sorted.count
        while place > 0, try number.isBelow(sorted[place - 1]) { place -= 1 }
        sorted.insert(number, at: place)
    }
    let half = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return sorted[half] }
    return try sorted[half - 1].adding(sorted[half]).divided(by: ExactNumber(2))
}

private func picked(_ arguments: [ExactNumber]) throws(FormulaError) -> ExactNumber {
    let place = try wholeNumber(arguments[0], "pick")
    guard arguments.indices.contains(place), place > 0 else { throw .notWhole("pick") }
    return arguments[place]
}

private func roundedHalfUp(
    _ value: ExactNumber, to step: ExactNumber
) throws(FormulaError) -> ExactNumber {
    let half = try ExactNumber(1, over: 2)
    let steps = try value.divided(by: step).adding(half).floor
    return try ExactNumber(steps).multiplied(by: step)
}

private func leastCommonMultiple(_ numbers: [Int]) throws(FormulaError) -> Int {
    var result = 1
    for number in numbers {
        guard number > 0 else { throw .notWhole("lcm") }
        result = try product(result / greatestCommonDivisor(result, number), number)
    }
    return result
}

private func integerSquareRoot(_ number: Int) throws(FormulaError) -> Int {
    guard number >= 0, number < 1 << 50 else { throw .tooLarge }
    var root = Int(Double(number).squareRoot())
    while root * root > number { root -= 1 }
    while (root + 1) * (root + 1) <= number { root += 1 }
    return root
}

private func leastPrimeFactor(of number: Int) throws(FormulaError) -> Int {
    guard number > 1, number < 1 << 40 else { throw .tooLarge }
    var factor = 2
    while factor * factor <= number {
        if number.isMultiple(of: factor) { return factor }
        factor += 1
    }
    return number
}

private func fallingProduct(_ number: Int, _ factors: Int) throws(FormulaError) -> Int {
    guard (0...64).contains(factors) else { throw .tooLarge }
    var result = 1
    for offset in 0..<factors { result = try product(result, number - offset) }
    return result
}

/// The sum of each column of digits, its carry dropped.
private func columnSum(_ numbers: [Int]) throws(FormulaError) -> Int {
    guard numbers.allSatisfy({ $0 >= 0 && $0 < 1 << 40 }) else { throw .tooLarge }
    var rest = numbers
    var (result, place) = (0, 1)
    while rest.contains(where: { $0 > 0 }) {
        result += rest.reduce(0) { $0 + $1 % 10 } % 10 * place
        rest = rest.map { $0 / 10 }
        place *= 10
    }
    return result
}

/// In each column the difference of the digits, whichever is larger.
private func columnDifference(_ left: Int, _ right: Int) throws(FormulaError) -> Int {
    guard left >= 0, right >= 0, max(left, right) < 1 << 40 else { throw .tooLarge }
    var (first, second, result, place) = (left, right, 0, 1)
    while first > 0 || second > 0 {
        result += Swift.abs(first % 10 - second % 10) * place
        (first, second, place) = (first / 10, second / 10, place * 10)
    }
    return result
}

/// The minutes that come out when hh:mm is subtracted as if an hour had a hundred minutes.
private func baseTenMinutes(from start: Int, to end: Int) throws(FormulaError) -> Int {
    let asWritten = (end / 60 * 100 + end % 60) - (start / 60 * 100 + start % 60)
    return asWritten / 100 * 60 + asWritten % 100
}

private func digitsSideBySide(_ numbers: [Int]) throws(FormulaError) -> Int {
    guard let value = Int(numbers.map(String.init).joined()) else { throw .tooLarge }
    return value
}
