/// One practice session.
public enum TutoringModule {}
