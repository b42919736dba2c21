public import Foundation

/// The root of the source tree, found from this file.
public let sourceRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of the project's data.
public let dataDirectory = sourceRoot.appending(path: "Data")
