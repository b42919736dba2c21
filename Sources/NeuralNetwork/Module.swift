public import Autograd

/// A part of a model: it owns weights, or other modules, or both.
///
/// Names are those of PyTorch's `state_dict`, so that weights travel in both directions.
public protocol Module {
    /// What this module owns, in the order in which PyTorch lists it.
    var members: [Member] { get }
}

/// Something that a module owns, with its name there.
public enum Member {
    /// A weight.
    case parameter(String, Tensor)
    /// Another module.
    case module(String, any Module)

    /// Returns members named by their position, for a list of equal modules.
    public static func list(_ name: String, _ modules: [some Module]) -> Member {
        .module(name, ModuleList(modules: modules))
    }
}

private struct ModuleList: Module {
    let modules: [any Module]

    var members: [Member] {
        modules.enumerated().map { .module("\($0.offset)", $0.element) }
    }
}

/// A weight with its full name, such as `layers.0.linear1.weight`.
public struct NamedParameter {
    /// The names of the modules around it and its own, joined by dots.
    public let name: String
    /// The weight.
    public let tensor: Tensor
}

extension Module {
    /// All weights below this module with their full names.
    public var parameters: [NamedParameter] {
        members.flatMap { member -> [NamedParameter] in
            switch member {
            case .parameter(let name, let tensor): [NamedParameter(name: name, tensor: tensor)]
            case .module(let name, let module):
                module.parameters.map {
                    NamedParameter(name: "\(name).\($0.name)", tensor: $0.tensor)
                }
            }
        }
    }

    /// The number of weights, each counted once.
    public var parameterCount: Int {
        var seen: Set<ObjectIdentifier> = []
        return parameters.reduce(0) {
            seen.insert(ObjectIdentifier($1.tensor)).inserted ? $0 + $1.tensor.count : $0
        }
    }
}

extension Module {
    /// Keeps copies of the linear weights in the order that products read, for single texts.
    ///
    /// Tables of tokens are left out. Training afterwards is safe and makes the copies void. This must not
    /// run while another thread uses the model.
    public func prepareForInference() {
        for member in members {
            switch member {
            case .parameter(_, let tensor): if tensor.rank == 2 { tensor.prepareForInference() }
            case .module(_, let module): if !(module is Embedding) { module.prepareForInference() }
            }
        }
    }
}
