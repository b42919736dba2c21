import ArgumentParser

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Grades answers with explanations.")

    @OptionGroup var global: GlobalOptions
}
