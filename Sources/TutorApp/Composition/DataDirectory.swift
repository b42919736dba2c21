import Foundation

/// Where the problems, words and models that ship with the program are.
enum DataDirectory {
    /// The file that tells a data folder from any other.
    static let landmark = "skills.json"

    /// Finds the folder: `--data`, else `MATHTUTOR_DATA`, else beside the binary, else the source
    /// tree that the binary was built in.
    static func resolve(
        option: String?, environment: [String: String], executable: URL? = runningExecutable()
    ) throws(Failure) -> URL {
        if let option { return try named(option, by: "--data") }
        if let value = environment["MATHTUTOR_DATA"], !value.isEmpty {
            return try named(value, by: "MATHTUTOR_DATA")
        }
        if let found = executable.flatMap(near) { return found }
        throw Failure(
            .failed,
            english: """
                the folder with the problems (Data) is not beside the program.
                Try:  mathtutor --data DIR, or install again with make install.
                """,
            korean: """
                문제가 든 Data 폴더가 프로그램 옆에 없어요.
                이렇게 해 보세요:  mathtutor --data 폴더, 또는 make install로 다시 설치하세요.
                """)
    }

    private static func named(_ path: String, by source: String) throws(Failure) -> URL {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        guard isData(folder) else {
            throw Failure(
                .usage,
                english: """
                    \(path), named by \(source), is not a Data folder: it has no \(landmark).
                    Try:  the Data folder of the source tree, or PREFIX/share/mathtutor.
                    """,
                korean: """
                    \(source): \(path) 폴더에는 \(landmark) 파일이 없어서 Data 폴더가 아니에요.
                    이렇게 해 보세요:  소스의 Data 폴더나 PREFIX/share/mathtutor를 정해 주세요.
                    """)
        }
        return folder
    }

    private static func near(_ executable: URL) -> URL? {
        let folder = executable.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/mathtutor")
        if isData(installed) { return installed }
        var ancestor = folder
        while ancestor.pathComponents.count > 1 {
            let candidate = ancestor.appending(path: "Data")
            if isData(candidate) { return candidate }
            ancestor.deleteLastPathComponent()
        }
        return nil
    }

    private static func isData(_ folder: URL) -> Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: landmark).path(percentEncoded: false))
    }

    private static func runningExecutable() -> URL? {
        // Without /proc the other ways of finding the folder remain.
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return link.map { URL(filePath: $0) }
    }
}
