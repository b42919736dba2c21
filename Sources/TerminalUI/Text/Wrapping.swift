extension String {
    /// Returns the text in lines of at most so many columns, broken at spaces.
    ///
    /// A word longer than a line is broken between characters; a line break in the text stays.
    ///
    /// - Precondition: `columns` is above zero.
    public func wrapped(to columns: Int) -> [String] {
        precondition(columns > 0, "wrapping to \(columns) columns")
        return split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrapLine($0, to: columns) }
    }
}

private func wrapLine(_ line: Substring, to columns: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var width = 0
    for word in line.split(separator: " ") {
        var rest = String(word)
        var wordWidth = rest.displayWidth
        if !current.isEmpty, width + 1 + wordWidth <= columns {
            current += " " + rest
            width += 1 + wordWidth
            continue
        }
        if !current.isEmpty { lines.append(current) }
        while wordWidth > columns {
            let part = rest.prefix(columns: columns)
            // A wide character in one column fits nowhere: it is dropped rather than looped on.
            let cut = part.isEmpty ? String(rest.prefix(1)) : part
            if !part.isEmpty { lines.append(part) }
            rest = String(rest.dropFirst(cut.count))
            wordWidth = rest.displayWidth
        }
        current = rest
        width = wordWidth
    }
    if !current.isEmpty || lines.isEmpty { lines.append(current) }
    return lines
}
