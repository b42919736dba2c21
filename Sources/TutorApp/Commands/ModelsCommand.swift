import ArgumentParser
import Foundation
import Mathematics
import Retraining
import TextClassification

struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "Lists and chooses models.",
        subcommands: [List.self, Show.self, Use.self, Export.self, Delete.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the models.")

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let registry = try ModelFolders(global).registry()
            let current = registry.currentID
            for version in registry.versions() {
                let isCurrent = version.id == current
                try StandardOutput.line(
                    global.json
                        ? ModelVersionText.json(version, isCurrent: isCurrent)
                        : ModelVersionText.line(
                            version, isCurrent: isCurrent, in: global.languageInForce()))
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows a model's card.")

        @OptionGroup var global: GlobalOptions

        @Argument(help: "The model.")
        var id: String

        func run() throws {
            let registry = try ModelFolders(global).registry()
            guard let version = registry.version(id) else {
                throw Failure.registry(.unknownModel(id: id))
            }
            if global.json {
                return try StandardOutput.line(
                    ModelVersionText.json(version, isCurrent: id == registry.currentID))
            }
            try StandardOutput.line(
                ModelVersionText.line(
                    version, isCurrent: id == registry.currentID, in: global.languageInForce()))
            let folder = try registry.folder(of: id)
            // A model without a card still has the line above.
            if let card = try? String(
                contentsOf: folder.appending(path: "card.md"), encoding: .utf8)
            {
                try StandardOutput.text("\n" + card)
            }
        }
    }

    struct Use: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Puts a model into use.")

        @OptionGroup var global: GlobalOptions

        @Argument(help: "The model; factory is the one that came with the program.")
        var id: String

        func run() throws {
            let registry = try ModelFolders(global).registry()
            try ModelsCommand.failing { () throws(ModelRegistryError) in try registry.use(id) }
            let isKorean = global.languageInForce() == .korean
            try StandardOutput.line(
                global.json
                    ? "{\"current\": \(JSONLine.quoted(id))}"
                    : isKorean ? "이제 이 모델을 써요: \(id)" : "The model \(id) is now in use.")
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a model's weights to a file.")

        @OptionGroup var global: GlobalOptions

        @Argument(help: "The model.")
        var id: String

        @Option(help: .init("The file; PyTorch and others can read it.", valueName: "file"))
        var safetensors: String

        func run() throws {
            let (model, _) = try ModelFolders(global).model(named: id)
            let target = URL(filePath: safetensors)
            try ModelsCommand.failing { () throws(ModelRegistryError) in
                try ModelRegistry.export(model, to: target)
            }
        }
    }

    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Deletes a model.")

        @OptionGroup var global: GlobalOptions

        @Argument(help: "The model.")
        var id: String

        func run() throws {
            let registry = try ModelFolders(global).registry()
            try ModelsCommand.failing { () throws(ModelRegistryError) in try registry.delete(id) }
        }
    }

    /// Turns an error of the registry into what a person is told.
    fileprivate static func failing(
        _ body: () throws(ModelRegistryError) -> Void
    ) throws(Failure) {
        do {
            try body()
        } catch {
            throw Failure.registry(error)
        }
    }
}

/// A model as a line or as JSON.
private enum ModelVersionText {
    static func line(
        _ version: ModelVersion, isCurrent: Bool, in language: Language
    ) -> String {
        let date = Date(timeIntervalSince1970: Double(version.created) / 1_000)
            .formatted(.iso8601.year().month().day())
        let leaf = String(format: "%.1f", version.leafAccuracy * 100)
        let operation = String(format: "%.1f", version.operationAccuracy * 100)
        let isShipped = version.created == 0
        switch language {
        case .english:
            let use = isCurrent ? ", in use" : ""
            let origin = isShipped ? "came with the program" : "made on \(date)"
            return "Model \(version.id)\(use), \(origin). On problems it has never seen: "
                + "kind right \(leaf) %, operation right \(operation) %."
        case .korean:
            let use = isCurrent ? " (쓰는 중)" : ""
            let origin = isShipped ? "처음부터 있던 모델" : "\(date)에 만든 모델"
            return "모델 \(version.id)\(use), \(origin). "
                + "처음 보는 문제에서 유형 정답률 \(leaf) %, 셈 정답률 \(operation) %."
        }
    }

    static func json(_ version: ModelVersion, isCurrent: Bool) -> String {
        let pairs = [
            ("id", JSONLine.quoted(version.id)), ("current", "\(isCurrent)"),
            ("created", "\(version.created)"),
            ("parent", version.parent.map(JSONLine.quoted) ?? "null"),
            ("seed", "\(version.seed)"), ("trainingRows", "\(version.trainingRows)"),
            ("labelRows", "\(version.labelRows)"),
            ("dataHash", JSONLine.quoted(version.dataHash)),
            ("accuracy", PredictionJSON.number(version.leafAccuracy)),
            ("operationAccuracy", PredictionJSON.number(version.operationAccuracy)),
            ("ece", PredictionJSON.number(version.calibrationError)),
            ("checksum", JSONLine.quoted(version.checksum)),
            ("decision", JSONLine.quoted(version.decision)),
        ]
        return "{" + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }
}
