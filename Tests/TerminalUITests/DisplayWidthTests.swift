import CNcurses
import Testing

@testable import TerminalUI

private func widthInLibc(_ scalar: Unicode.Scalar) -> Int {
    Int(wcwidth(wchar_t(bitPattern: scalar.value)))
}

@Suite struct DisplayWidthTests {
    init() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    }

    @Test(
        arguments: [
            0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97C, 0x2500...0x259F,
            0x2800...0x28FF, 0x2190...0x21FF, 0x2200...0x22FF, 0x0020...0x024F, 0x4E00...0x9FFF,
            0xFF01...0xFFE6, 0x23B4...0x23D0, 0x1F300...0x1F64F,
        ] as [ClosedRange<UInt32>])
    func `widths of Hangul and of drawing signs are those of libc`(range: ClosedRange<UInt32>) {
        let different = range.compactMap(Unicode.Scalar.init).filter {
            $0.displayWidth != widthInLibc($0)
        }
        #expect(different.isEmpty, "\(different.prefix(5).map { String($0.value, radix: 16) })")
    }

    @Test(arguments: GlyphSet.Kind.allCases)
    func `every glyph of a set is as wide as libc says`(kind: GlyphSet.Kind) {
        for scalar in GlyphSet.of(kind).everyGlyph.unicodeScalars {
            #expect(scalar.displayWidth == widthInLibc(scalar), "\(scalar)")
        }
    }

    @Test func `no glyph of the narrow set has an ambiguous width`() {
        let ambiguous = GlyphSet.narrow.everyGlyph.unicodeScalars.filter(\.isAmbiguousWidth)
        #expect(ambiguous.isEmpty)
    }

    @Test func `the ASCII set is ASCII`() {
        let others = GlyphSet.ascii.everyGlyph.filter { !$0.isASCII }
        #expect(others.isEmpty)
    }

    @Test func `a decomposed syllable is two columns wide`() {
        #expect("\u{1112}\u{1161}\u{11AB}".displayWidth == 2)
        #expect("한글 12".displayWidth == 7)
    }

    @Test func `an emoji sequence takes the width of its first sign`() {
        #expect("👨‍👩‍👧".displayWidth == 2)
    }
}

extension GlyphSet {
    fileprivate var everyGlyph: String {
        let signs = [topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical]
        return String(signs + [barFull, barEmpty] + heights + densities)
            + [pointer, check, cross, chosen, unchosen, up, down, breadcrumb, separator, ellipsis]
            .joined()
    }
}
