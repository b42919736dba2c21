/// All skills in the order in which they are taught, with what each builds on.
public struct Curriculum: Sendable, Hashable {
    /// The skills; every skill stands after its prerequisites.
    public let skills: [CurriculumSkill]

    private let positions: [String: Int]
    private let ancestorLists: [[Int]]
    private let descendantLists: [[Int]]

    /// Orders `skills` by grade, prerequisites first.
    ///
    /// - Throws: `CurriculumError` where a prerequisite is unknown or builds on its own dependents.
    public init(skills: [CurriculumSkill]) throws(CurriculumError) {
        let ordered = try Self.ordered(skills)
        self.skills = ordered
        var positions: [String: Int] = [:]
        for (position, skill) in ordered.enumerated() { positions[skill.id] = position }
        self.positions = positions
        var ancestors: [[Int]] = []
        for skill in ordered {
            var all: Set<Int> = []
            for earlier in skill.prerequisites.compactMap({ positions[$0.skill] }) {
                all.insert(earlier)
                all.formUnion(ancestors[earlier])
            }
            ancestors.append(all.sorted())
        }
        ancestorLists = ancestors
        var descendants = [[Int]](repeating: [], count: ordered.count)
        for (position, earlier) in ancestors.enumerated() {
            for ancestor in earlier { descendants[ancestor].append(position) }
        }
        descendantLists = descendants
    }

    /// Returns the skill named `id`.
    public subscript(id: String) -> CurriculumSkill? {
        positions[id].map { skills[$0] }
    }

    /// Returns the place of the skill named `id` in the order of teaching.
    public func position(of id: String) -> Int? { positions[id] }

    /// Returns the places of everything that the skill at `position` builds on, directly or not.
    public func ancestors(of position: Int) -> [Int] { ancestorLists[position] }

    /// Returns the places of everything that builds on the skill at `position`, directly or not.
    public func descendants(of position: Int) -> [Int] { descendantLists[position] }

    private static func ordered(
        _ skills: [CurriculumSkill]
    ) throws(CurriculumError) -> [CurriculumSkill] {
        var known: [String: Int] = [:]
        for (index, skill) in skills.enumerated() {
            guard known.updateValue(index, forKey: skill.id) == nil else {
                throw .repeatedSkill(skill.id)
            }
        }
        for skill in skills {
            for earlier in skill.prerequisites where known[earlier.skill] == nil {
                throw .unknownPrerequisite(skill: skill.id, prerequisite: earlier.skill)
            }
        }
        let byGrade = skills.indices.sorted {
            let (left, right) = (skills[$0].grades, skills[$1].grades)
            return (left.lowerBound, left.upperBound, $0) < (right.lowerBound, right.upperBound, $1)
        }
        var placed: Set<String> = []
        var ordered: [CurriculumSkill] = []
        var waiting = byGrade
        while !waiting.isEmpty {
            let next = waiting.firstIndex { index in
                skills[index].prerequisites.allSatisfy { placed.contains($0.skill) }
            }
            guard let next else { throw .cycle(waiting.map { skills[$0].id }) }
            let skill = skills[waiting.remove(at: next)]
            placed.insert(skill.id)
            ordered.append(skill)
        }
        return ordered
    }
}
