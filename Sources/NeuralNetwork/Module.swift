/// The modules of the engine.
public enum NeuralNetworkModule {}
