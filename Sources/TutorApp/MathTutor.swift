import ArgumentParser

/// The `mathtutor` command.
@main
struct MathTutor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mathtutor",
        abstract: "A tutor for school mathematics that lives in the terminal.",
        version: "0.1.0",
        subcommands: [
            LearnCommand.self, PracticeCommand.self, GenerateCommand.self, CheckCommand.self,
            ClassifyCommand.self, GradeCommand.self, VaryCommand.self, TrainCommand.self,
            EvaluateCommand.self, ModelsCommand.self, ProgressCommand.self, ExportCommand.self,
            ImportCommand.self, SimulateCommand.self, TraceCommand.self, BankCommand.self,
            AutogradCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: LearnCommand.self)
}
