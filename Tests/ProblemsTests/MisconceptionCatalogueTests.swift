import Foundation
import Mathematics
import Testing

@testable import Problems

@Suite struct MisconceptionCatalogueTests {
    private static let dataDirectory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data")

    @Test func `every code of the templates has a sentence`() throws {
        let catalogue = try MisconceptionCatalogue(dataDirectory: Self.dataDirectory)

        #expect(MisconceptionCode.all.subtracting(catalogue.codes.keys).isEmpty)
    }

    @Test func `every rule stands under a code and says where it applies`() throws {
        let catalogue = try MisconceptionCatalogue(dataDirectory: Self.dataDirectory)

        #expect(catalogue.rules.count >= 55)
        #expect(Set(catalogue.rules.map(\.id)).count == catalogue.rules.count)
        #expect(
            catalogue.rules.allSatisfy { catalogue.codes[$0.code] != nil && !$0.applies.isEmpty })
    }

    @Test func `no sentence gives a number or the operation away`() throws {
        let catalogue = try MisconceptionCatalogue(dataDirectory: Self.dataDirectory)
        let forbidden = ["multiply by", "divide by", "add them", "subtract them", "the answer is"]

        for entry in Array(catalogue.codes.values) + catalogue.rules {
            for language in Language.allCases {
                let sentence = entry.sentence(in: language)
                #expect(!sentence.contains { $0.isNumber }, "\(entry.id): \(sentence)")
                #expect(!forbidden.contains { sentence.lowercased().contains($0) }, "\(sentence)")
            }
        }
    }
}
