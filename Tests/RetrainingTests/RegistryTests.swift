import Foundation
import Testing
import TextClassification

@testable import Retraining

@Suite struct RegistryTests {
    @Test func `without versions the factory model is in use`() throws {
        try Models.withRegistry { registry in
            #expect(registry.currentID == "factory")
            #expect(registry.versions().map(\.id) == ["factory"])
            let loaded = try registry.loadCurrent()
            #expect(loaded.id == "factory")
        }
    }

    @Test func `versions are numbered and used from the next load on`() throws {
        try Models.withRegistry { registry in
            let first = try registry.add(Models.model(bias: 1), version: Models.version())
            let second = try registry.add(Models.model(bias: 2), version: Models.version())

            try registry.use(second.id)

            #expect([first.id, second.id] == ["1", "2"])
            let loaded = try registry.loadCurrent()
            #expect(loaded.id == "2")
            try registry.use("factory")
            #expect(registry.currentID == "factory")
        }
    }

    @Test func `a damaged model in use is passed over for its parent`() throws {
        try Models.withRegistry { registry in
            let parent = try registry.add(Models.model(bias: 1), version: Models.version())
            var child = Models.version()
            child.parent = parent.id
            let newest = try registry.add(Models.model(bias: 2), version: child)
            try registry.use(newest.id)
            let file = try registry.folder(of: newest.id).appending(path: ModelFile.name)
            try Data("damaged".utf8).write(to: file)

            let loaded = try registry.loadCurrent()

            #expect(loaded.id == parent.id)
            #expect(loaded.refused.map(\.id) == [newest.id])
            let left = try Data(contentsOf: file)
            #expect(left == Data("damaged".utf8))
        }
    }

    @Test func `a damaged model is not put into use`() throws {
        try Models.withRegistry { registry in
            let version = try registry.add(Models.model(bias: 1), version: Models.version())
            let file = try registry.folder(of: version.id).appending(path: ModelFile.name)
            try Data([1, 2, 3]).write(to: file)

            #expect(throws: ModelRegistryError.self) { try registry.use(version.id) }
            #expect(registry.currentID == "factory")
        }
    }

    @Test func `a pointer to nothing means the factory model`() throws {
        try Models.withRegistry { registry in
            try FileManager.default.createDirectory(
                at: registry.directory, withIntermediateDirectories: true)
            try Data("../../etc".utf8).write(to: registry.pointer)

            #expect(registry.currentID == "factory")
        }
    }

    @Test(
        "the factory model, the one in use and unknown ones cannot be deleted",
        arguments: [
            ("factory", ModelRegistryError.protected(id: "factory")),
            ("1", .protected(id: "1")), ("7", .unknownModel(id: "7")),
        ])
    func deleting(id: String, error: ModelRegistryError) throws {
        try Models.withRegistry { registry in
            let version = try registry.add(Models.model(bias: 1), version: Models.version())
            try registry.use(version.id)

            #expect(throws: error) { try registry.delete(id) }
        }
    }

    @Test func `only the last versions are kept, and the one in use`() throws {
        try Models.withRegistry { registry in
            for number in 0..<8 {
                let version = try registry.add(
                    Models.model(bias: Float(number)), version: Models.version())
                if number == 0 { try registry.use(version.id) }
            }

            #expect(registry.versions().map(\.id) == ["factory", "1", "4", "5", "6", "7", "8"])
        }
    }

    @Test func `one training at a time holds the lock`() throws {
        try Models.withRegistry { registry in
            let lock = try registry.lockTraining()
            #expect(throws: ModelRegistryError.trainingElsewhere) {
                _ = try registry.lockTraining()
            }
            withExtendedLifetime(lock) {}
        }
    }

    @Test func `the lock is given back`() throws {
        try Models.withRegistry { registry in
            do { _ = try registry.lockTraining() }

            _ = try registry.lockTraining()
        }
    }
}
