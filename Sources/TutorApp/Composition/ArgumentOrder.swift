/// Lets the global options stand before the command's name as well as after it.
enum ArgumentOrder {
    /// Moves the global options behind the rest, but not past a `--`.
    static func normalized(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        var kept: [String] = []
        var moved: [String] = []
        var position = arguments.startIndex
        while position < end {
            let argument = arguments[position]
            if GlobalOptions.valueOptions.contains(argument), position + 1 < end {
                moved += [argument, arguments[position + 1]]
                position += 2
                continue
            }
            if isGlobal(argument) { moved.append(argument) } else { kept.append(argument) }
            position += 1
        }
        return kept + moved + arguments[end...]
    }

    private static func isGlobal(_ argument: String) -> Bool {
        if GlobalOptions.flags.contains(argument) || GlobalOptions.valueOptions.contains(argument) {
            return true
        }
        guard let equals = argument.firstIndex(of: "=") else { return false }
        return GlobalOptions.valueOptions.contains(String(argument[..<equals]))
    }
}
