/// The tensors of the engine.
public enum AutogradModule {}
