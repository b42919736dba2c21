/// A grid of cells.
public enum TerminalUIModule {}
