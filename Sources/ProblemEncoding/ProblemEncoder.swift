/// From a problem and an answer to model input.
public enum ProblemEncodingModule {}
