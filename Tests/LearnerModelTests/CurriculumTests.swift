import LearnerModel
import Testing

private func skill(_ id: String, _ prerequisites: [String] = [], grade: Int = 1) -> CurriculumSkill
{
    CurriculumSkill(
        id: id, strand: "A", grades: grade...grade, difficulty: 0,
        prerequisites: prerequisites.map { Prerequisite(skill: $0) }, templates: [])
}

@Suite struct CurriculumTests {
    @Test func `the data folder describes all ninety leaves`() {
        #expect(wholeCurriculum.skills.count == 90)
        for skill in wholeCurriculum.skills where skill.id != "add_to.result" {
            #expect(!skill.prerequisites.isEmpty, "\(skill.id) builds on nothing")
        }
    }

    @Test func `every skill stands after what it builds on`() throws {
        for (position, skill) in wholeCurriculum.skills.enumerated() {
            for earlier in skill.prerequisites {
                #expect(try #require(wholeCurriculum.position(of: earlier.skill)) < position)
            }
        }
    }

    @Test func `prerequisites come before grades`() throws {
        let curriculum = try Curriculum(skills: [
            skill("late", grade: 1), skill("early", ["base"], grade: 1), skill("base", grade: 7),
        ])

        #expect(curriculum.skills.map(\.id) == ["late", "base", "early"])
    }

    @Test func `a circle is refused`() {
        #expect(throws: CurriculumError.cycle(["a", "b"])) {
            try Curriculum(skills: [skill("a", ["b"]), skill("b", ["a"])])
        }
    }

    @Test func `an unknown prerequisite is refused`() {
        #expect(throws: CurriculumError.unknownPrerequisite(skill: "a", prerequisite: "x")) {
            try Curriculum(skills: [skill("a", ["x"])])
        }
    }

    @Test func `ancestors and descendants mirror each other`() {
        for position in wholeCurriculum.skills.indices {
            for ancestor in wholeCurriculum.ancestors(of: position) {
                #expect(wholeCurriculum.descendants(of: ancestor).contains(position))
            }
        }
    }

    @Test func `a line that is no edge is named`() {
        #expect(
            throws: CurriculumError.badLine(file: "prerequisites.csv", line: 2, text: "a,b,much")
        ) {
            try Curriculum(
                leaves: [], templates: [:], prerequisites: "header\na,b,much\n", priors: "header\n")
        }
    }
}
