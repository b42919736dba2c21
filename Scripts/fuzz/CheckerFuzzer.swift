import Mathematics

/// What libFuzzer feeds: the first byte chooses the question, the rest is the answer.
private let keys: [AnswerKey] = [
    ("12", "t=num"), ("3/4", "t=frac;simp=req"), ("$4.50", "t=money;cur=USD"), ("150 cm", "t=qty"),
    ("2 h 30 min", "t=dur"), ("17:30", "t=clock"), ("3:4", "t=ratio"), ("3 r 2", "t=rem;divisor=5"),
    ("2, 5", "t=set"), ("1, 2, 3", "t=list"), ("2x+1", "t=expr"), ("x = 5", "t=eqn"),
    ("x < 2 or x > 5", "t=ineq"), ("2sqrt(3)", "t=surd"), ("6pi", "t=pi"), ("42%", "t=pct"),
    ("2/3", "t=num;tol=dp:2"), ("2,5", "t=num;loc=de"), ("y = 2x+1", "t=eqn"),
].compactMap { expected, text in
    // A key that cannot be read is left out, which the count below notices.
    guard let specification = try? AnswerSpecification(parsing: text) else { return nil }
    return try? AnswerKey(expected: expected, specification: specification)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChecker(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let choice = bytes.first else { return 0 }
    precondition(keys.count == 19, "\(keys.count) of 19 keys can be read")
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let language: Language = choice & 0x80 == 0 ? .english : .korean
    let key = keys[Int(choice & 0x7F) % keys.count]
    let verdict = AnswerChecker.check(text, against: key, language: language)
    precondition(!verdict.message.isEmpty, "a verdict without a sentence")
    precondition(
        !verdict.reading.unicodeScalars.contains { $0.value < 0x20 }, "a control character")
    _ = try? CalculatorLine.evaluate(text, language: language)
    return 0
}
