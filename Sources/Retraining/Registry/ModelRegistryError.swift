/// Why the registry cannot do what was asked.
public enum ModelRegistryError: Error, Hashable, Sendable {
    /// There is no model of that name.
    case unknownModel(id: String)
    /// The model is damaged; nothing was changed.
    case damaged(id: String, reason: String)
    /// The factory model and the model in use cannot be deleted.
    case protected(id: String)
    /// The folder cannot be written.
    case unwritable(path: String, reason: String)
    /// Another training is running, perhaps in another process.
    case trainingElsewhere
}
