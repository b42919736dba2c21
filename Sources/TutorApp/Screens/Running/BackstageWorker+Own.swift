import Foundation
import LearnerStore
import Mathematics
import Problems

extension BackstageWorker {
    /// Carries out what concerns the learner's own problems.
    func carryOutOnOwn(_ effect: AppEffect, in environment: TutorEnvironment) throws {
        switch effect {
        case .vary(let request, let sequence): vary(request, sequence: sequence)
        case .keepOwn(let request, let skill): try keep(request, skill, in: environment)
        case .listOwn: listOwn(environment)
        case .deleteOwn(let id): try deleteOwn(id, in: environment)
        default: break
        }
    }

    private func vary(_ request: OwnRequest, sequence: Int) {
        do throws(VariationError) {
            let variation = try ProblemVariation(
                text: request.text, expression: request.expression, pinned: request.pinned)
            let examples = try variation.variants(count: 5, seed: request.seed).map {
                OwnVariation.Example(text: $0.text, answer: $0.answer.text)
            }
            post(
                .varied(
                    OwnVariation(
                        numbers: variation.possibleNumbers, examples: examples,
                        unused: variation.unusedNumbers), fault: nil,
                    sequence: sequence))
        } catch {
            let fault = OwnFault(
                english: error.sentence(in: .english), korean: error.sentence(in: .korean))
            post(.varied(nil, fault: fault, sequence: sequence))
        }
    }

    private func keep(
        _ request: OwnRequest, _ skill: String, in environment: TutorEnvironment
    ) throws {
        guard !isGuest(environment) else { return }
        let template: OwnTemplate
        do throws(VariationError) {
            template = try OwnTemplate(
                skill: skill, text: request.text, expression: request.expression,
                pinned: request.pinned)
        } catch {
            return post(
                .trouble(
                    english: error.sentence(in: .english), korean: error.sentence(in: .korean)))
        }
        let folder = OwnTemplateFolder(environment.home.templates)
        guard environment.bank.own.count < OwnTemplateFolder.mostFiles else {
            return post(
                .trouble(
                    english: "There are \(OwnTemplateFolder.mostFiles) problems already; "
                        + "take some out first.",
                    korean: "문제가 벌써 \(OwnTemplateFolder.mostFiles)개예요. 먼저 몇 개를 빼 주세요."))
        }
        if let fault = OwnTemplateCheck(template).faults(file: template.id).first {
            return post(
                .trouble(
                    english: "This problem cannot be kept: \(fault.message)",
                    korean: "이 문제는 넣을 수 없어요. 식이나 글을 조금 바꿔 보세요."))
        }
        try DurableFile.makeDirectory(folder.url)
        try DurableFile.write(Data(try template.yaml().utf8), to: folder.file(of: template))
        let others = environment.bank.own.filter { $0 != template }
        try adopt(own: (others + [template]).sorted { $0.id < $1.id }, environment, isNew: true)
        post(
            .done(
                english: "Kept: it comes up when you practice this kind.",
                korean: "넣었어요. 이 유형을 연습할 때 나와요."))
    }

    /// Whether a guest is here, who is told that guests change nothing on the disk.
    private func isGuest(_ environment: TutorEnvironment) -> Bool {
        guard environment.store.location == nil else { return false }
        post(
            .trouble(
                english: "A guest's problems are not kept, and the others' stay as they are.",
                korean: "손님의 문제는 남기지 않고, 다른 사람의 문제는 그대로 두어요."))
        return true
    }

    private func deleteOwn(_ id: String, in environment: TutorEnvironment) throws {
        guard !isGuest(environment) else { return }
        guard let template = environment.bank.own.first(where: { $0.id == id }) else { return }
        let folder = OwnTemplateFolder(environment.home.templates)
        try FileManager.default.removeItem(at: folder.file(of: template))
        try adopt(
            own: environment.bank.own.filter { $0 != template }, environment, isNew: false)
    }

    /// Practices these problems of the learner's own from now on.
    private func adopt(
        own: [OwnTemplate], _ environment: TutorEnvironment, isNew: Bool
    ) throws {
        let changed = try environment.changed(own: own)
        self.environment = changed
        renewSession()
        post(.kept(Self.list(changed), isNew: isNew))
    }

    private func listOwn(_ environment: TutorEnvironment) {
        post(.kept(Self.list(environment), isNew: false))
    }

    private static func list(_ environment: TutorEnvironment) -> [KeptProblem] {
        environment.bank.own.map { KeptProblem(id: $0.id, skill: $0.skill, text: $0.text) }
    }
}
