/// The record on disk.
public enum LearnerStoreModule {}
