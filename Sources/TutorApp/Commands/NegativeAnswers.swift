/// Lets `check 42 -42` and `autograd "-x^2" x=-3` begin with a minus sign, which would else be
/// taken for an option.
enum NegativeAnswers {
    /// The commands whose arguments are mathematics.
    private static let commands: Set = ["check", "autograd"]

    /// Puts the arguments of `check` and `autograd` behind a `--` where one of them begins with a
    /// minus sign.
    static func separated(_ arguments: [String]) -> [String] {
        guard let command = arguments.first(where: commands.contains), !arguments.contains("--"),
            arguments.contains(where: isNegative)
        else { return arguments }
        var options: [String] = []
        var answers: [String] = []
        var position = arguments.startIndex
        while position < arguments.endIndex {
            let argument = arguments[position]
            position += 1
            if argument == command, !options.contains(command) {
                options.append(argument)
            } else if argument.hasPrefix("-"), !isNegative(argument) {
                options.append(argument)
                let takesValue =
                    argument == "--spec" || GlobalOptions.valueOptions.contains(argument)
                if takesValue, position < arguments.endIndex {
                    options.append(arguments[position])
                    position += 1
                }
            } else {
                answers.append(argument)
            }
        }
        return options + ["--"] + answers
    }

    /// `-42`, `-.5`, `-$3`, `-x`, `- 3`: a minus sign before something that is no option.
    private static func isNegative(_ argument: String) -> Bool {
        guard argument.hasPrefix("-"), let next = argument.dropFirst().first else { return false }
        return next != "-" && argument != "-h"
    }
}
