import Mathematics
import Testing

@Suite struct RationalTests {
    @Test func `a fraction is kept in lowest terms with a positive denominator`() {
        #expect(Rational(6, -8).description == "-3/4")
        #expect(Rational(0, -5).description == "0")
    }

    @Test(arguments: [(7, 2, 3), (-7, 2, -4), (6, 3, 2), (-6, 3, -2)])
    func `floor goes towards minus infinity`(numerator: Int, denominator: Int, expected: Int) {
        #expect(Rational(numerator, denominator).floor == Rational(expected))
    }

    @Test func `sums, products and comparisons are exact`() {
        let third = Rational(1, 3)

        #expect(third + third + third == 1)
        #expect(third * 3 - 1 == 0)
        #expect(Rational(1, 3) < Rational(334, 1000))
        #expect(Rational(1, 3) > Rational(333, 1000))
    }
}
