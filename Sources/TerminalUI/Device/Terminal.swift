/// A device that shows canvases and reports what happens at it.
@MainActor
public protocol Terminal: AnyObject {
    /// The extent of the screen now.
    var size: Size { get }
    /// How roles look.
    var theme: Theme { get set }
    /// Whether the mouse is reported.
    var reportsMouse: Bool { get set }
    /// Shows a canvas, sending only what changed.
    func present(_ canvas: Canvas)
    /// Waits until something happens or the time is over (nil: for ever) and returns all of it.
    func events(timeout: Duration?) -> [Event]
    /// Draws everything again at the next canvas.
    func redraw()
    /// Stops the program as Ctrl-Z does, and returns when it goes on.
    func suspend()
    /// Puts the terminal back as it was.
    func close()
}
