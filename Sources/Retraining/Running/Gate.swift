internal import Dispatch

/// Holds threads until it is opened, once.
struct Gate: Sendable {
    private let group: DispatchGroup

    init() {
        group = DispatchGroup()
        group.enter()
    }

    /// Lets every waiting thread go on; must be called once.
    func open() { group.leave() }

    func wait() { group.wait() }
}
