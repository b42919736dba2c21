import Foundation
import Mathematics
import TerminalUI
import TestSupport
import Testing

@testable import TutorApp

/// Screens compared with drawn ones; `GOLDEN_UPDATE=1` draws them anew.
@Suite struct GoldenScreenTests {
    private static let folder = sourceRoot.appending(path: "Tests/GoldenScreens")
    private static let sizes = [
        Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 10, columns: 40),
    ]

    @Test(arguments: SampleScreen.all)
    func `a screen looks as it was drawn`(screen: SampleScreen) throws {
        let isUpdate = ProcessInfo.processInfo.environment["GOLDEN_UPDATE"] == "1"
        for language in Language.allCases {
            for size in GoldenScreenTests.sizes {
                let name = "\(screen.name)-\(language.rawValue)-\(size.columns)x\(size.rows).txt"
                let file = GoldenScreenTests.folder.appending(path: name)
                let drawn = drawing(of: screen, size: size, language: language)
                if isUpdate {
                    try FileManager.default.createDirectory(
                        at: GoldenScreenTests.folder, withIntermediateDirectories: true)
                    try Data(drawn.utf8).write(to: file, options: .atomic)
                }
                let kept = try String(contentsOf: file, encoding: .utf8)
                #expect(drawn == kept, "\(name) differs; look at it, then GOLDEN_UPDATE=1")
            }
        }
    }

    /// The text with each set of glyphs, and the roles.
    private func drawing(of screen: SampleScreen, size: Size, language: Language) -> String {
        var parts: [String] = []
        for kind in GlyphSet.Kind.allCases {
            let canvas = view(screen.model(size: size, language: language, glyphs: kind))
            parts.append("== \(kind.rawValue)\n\(canvas.drawnText)")
            if kind == .unicode { parts.append("== roles\n\(canvas.roleMap)") }
        }
        return parts.joined(separator: "\n") + "\n"
    }
}
