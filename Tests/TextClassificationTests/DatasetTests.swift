import Testing

@testable import TextClassification

@Suite struct DatasetTests {
    @Test(
        "a group of templates has some that train and some that are held out",
        arguments: [2, 3, 5, 8, 40])
    func groups(count: Int) {
        for group in 0..<50 {
            let names = (0..<count).map { "leaf\(group).template\($0)" }

            let heldOut = DatasetSplit.heldOutTemplates(of: names)

            #expect(!heldOut.isEmpty && heldOut.count < count)
        }
    }

    @Test func `a lone template trains`() {
        #expect(DatasetSplit.heldOutTemplates(of: ["only"]).isEmpty)
    }

    @Test func `a new template moves no other out of a large group's training part`() {
        let names = (0..<40).map { "leaf.template\($0)" }

        let before = DatasetSplit.heldOutTemplates(of: names)
        let after = DatasetSplit.heldOutTemplates(of: names + ["leaf.new"])

        #expect(before.isSubset(of: after))
    }

    @Test func `every row is in one batch, with rows of about its length`() {
        var generator = StableGenerator("batches")
        let lengths = (0..<200).map { 5 + $0 % 40 }

        let batches = LengthBuckets.batches(lengths: lengths, size: 16, using: &generator)

        #expect(batches.flatMap(\.self).sorted() == Array(0..<200))
        let spread = batches.map { batch in
            (batch.map { lengths[$0] }.max() ?? 0) - (batch.map { lengths[$0] }.min() ?? 0)
        }
        #expect(spread.max() ?? 0 < 8)
    }

    @Test func `a vocabulary keeps words that occur twice and knows the share it does not know`() {
        let rows = SmallCorpus.rows(4).map(\.input)

        let vocabulary = Vocabulary(of: rows, limit: 100)
        let strange = ClassifierInput(
            words: ["how", "zzz"], inQuestion: [true, true], relations: [], ruleOperation: "other")

        #expect(vocabulary.words.contains("many"))
        #expect(vocabulary.number(of: "zzz") == Vocabulary.unknown)
        #expect(vocabulary.unknownShare(of: strange) == 0.5)
    }

    @Test func `endings that share a sound share a piece`() {
        let one = Set(CharacterNGrams.hashes(of: "했어요", lengths: 3...4))
        let other = Set(CharacterNGrams.hashes(of: "햇어요", lengths: 3...4))

        #expect(one.intersection(other).count >= 6)
    }

    @Test func `features of the wording do not see the numbers' relations`() {
        var input = SmallCorpus.rows(1)[0].input
        let before = HashedFeatures.ofWording(input, bucketCount: 512)

        input.relations = ["quotient:whole"]

        #expect(HashedFeatures.ofWording(input, bucketCount: 512) == before)
    }

    @Test func `a linear classifier learns what separates two classes`() {
        let rows = SmallCorpus.rows(40)
        var linear = LinearClassifier(bucketCount: 512, classCount: 2)
        var generator = StableGenerator("linear")

        linear.train(
            on: rows.map {
                LinearClassifier.Row(
                    features: .ofWording($0.input, bucketCount: 512),
                    label: $0.leaf == "join" ? 0 : 1)
            }, epochs: 3, using: &generator)

        let right = rows.count { row in
            let logits = linear.logits(.ofWording(row.input, bucketCount: 512))
            return (logits[0] > logits[1]) == (row.leaf == "join")
        }
        #expect(right == rows.count)
    }
}
