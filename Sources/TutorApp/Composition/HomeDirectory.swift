import Foundation
import Glibc
import LearnerStore

/// The folders for everything that is written: 0700, their files 0600.
struct HomeDirectory: Equatable {
    /// The learner database, models and private templates.
    let data: URL
    /// Settings in files.
    let configuration: URL
    /// Logs.
    let state: URL

    /// The learner database.
    var database: URL { data.appending(path: "learners.sqlite") }
    /// The model registry.
    var models: URL { data.appending(path: "models") }
    /// Templates made from the learner's own problems.
    var templates: URL { data.appending(path: "templates") }
    /// The log that a fault report may include.
    var log: URL { state.appending(path: "mathtutor.log") }

    /// Finds the folders: `--home`, else `MATHTUTOR_HOME`, else the XDG base directories.
    static func resolve(
        option: String?, environment: [String: String]
    ) throws(Failure) -> HomeDirectory {
        if let option {
            guard !option.isEmpty else {
                throw Failure(
                    .usage,
                    english: "--home names no folder.\nTry:  --home DIR",
                    korean: "--home에 폴더 이름이 없어요.\n이렇게 해 보세요:  --home 폴더")
            }
            return HomeDirectory(under: URL(filePath: option, directoryHint: .isDirectory))
        }
        if let named = environment["MATHTUTOR_HOME"], !named.isEmpty {
            return HomeDirectory(under: URL(filePath: named, directoryHint: .isDirectory))
        }
        return try ofBaseDirectories(environment)
    }

    private init(under folder: URL) {
        data = folder
        configuration = folder.appending(path: "config")
        state = folder.appending(path: "state")
    }

    private init(data: URL, configuration: URL, state: URL) {
        self.data = data
        self.configuration = configuration
        self.state = state
    }

    private static func ofBaseDirectories(
        _ environment: [String: String]
    ) throws(Failure) -> HomeDirectory {
        func folder(_ variable: String, _ fallback: String) throws(Failure) -> URL {
            // The XDG specification says that a relative path is to be ignored.
            if let named = environment[variable], named.hasPrefix("/") {
                return URL(filePath: named).appending(path: "mathtutor")
            }
            guard let home = personalFolder(environment) else {
                throw Failure(
                    .unwritable,
                    english: """
                        there is no home folder to keep your work in: HOME is not set.
                        Try:  mathtutor --home DIR
                        """,
                    korean: """
                        기록을 둘 홈 폴더가 없어요: HOME이 정해져 있지 않아요.
                        이렇게 해 보세요:  mathtutor --home 폴더
                        """)
            }
            return URL(filePath: home).appending(path: fallback).appending(path: "mathtutor")
        }
        return HomeDirectory(
            data: try folder("XDG_DATA_HOME", ".local/share"),
            configuration: try folder("XDG_CONFIG_HOME", ".config"),
            state: try folder("XDG_STATE_HOME", ".local/state"))
    }

    private static func personalFolder(_ environment: [String: String]) -> String? {
        if let home = environment["HOME"], home.hasPrefix("/") { return home }
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return nil }
        let path = String(cString: folder)
        return path.hasPrefix("/") ? path : nil
    }

    /// Creates the data folder and what leads to it, readable by the owner alone.
    func create() throws(Failure) {
        try HomeDirectory.createFolder(data)
    }

    /// Creates one folder and what leads to it with mode 0700.
    static func createFolder(_ folder: URL) throws(Failure) {
        let path = folder.path(percentEncoded: false)
        try Failure.ofStore { () throws(LearnerStoreError) in
            try DurableFile.makeDirectory(folder)
        }
        guard access(path, W_OK | X_OK) == 0 else {
            throw .unusableRecord(path, because: String(cString: strerror(errno)))
        }
    }
}
