public import Foundation
internal import Mathematics

/// The folder of a learner's own problems: one small template file each.
public struct OwnTemplateFolder: Sendable {
    /// More files than these are not read.
    public static let mostFiles = 500
    /// A larger file is none of ours.
    static let mostBytes = 65_536

    /// The folder; it need not exist.
    public let url: URL

    /// Names a folder; nothing is read.
    public init(_ url: URL) {
        self.url = url
    }

    /// The file of one problem.
    public func file(of template: OwnTemplate) -> URL {
        url.appending(path: template.id + ".yaml")
    }

    /// Reads every problem of the folder; what cannot be used is left out and reported.
    public func templates(skills: SkillGraph) -> (templates: [OwnTemplate], faults: [BankFault]) {
        // No folder: nothing was kept yet.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        let files = names.filter { $0.hasPrefix(OwnTemplate.prefix) && $0.hasSuffix(".yaml") }
        var templates: [OwnTemplate] = []
        var faults: [BankFault] = []
        for file in files.sorted().prefix(Self.mostFiles) {
            do throws(BankFault) {
                templates += try read(file, skills: skills)
            } catch {
                faults.append(error)
            }
        }
        return (templates, faults)
    }

    private func read(_ file: String, skills: SkillGraph) throws(BankFault) -> [OwnTemplate] {
        let path = url.appending(path: file).path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int, size <= Self.mostBytes
        else {
            throw BankFault(
                file: file, line: 0, column: 0, message: "This is no file of a problem.",
                fix: "Take it out of the folder.")
        }
        let document = try YAMLDocument(file: file, in: url)
        let found = try TemplateFileParser.ownTemplates(in: document, skills: skills)
        for template in found {
            if let fault = OwnTemplateCheck(template).faults(file: file).first { throw fault }
        }
        return found
    }
}
