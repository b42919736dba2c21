/// The input of a classifier.
public enum TextClassificationModule {}
