/// Training in the background.
public enum RetrainingModule {}
