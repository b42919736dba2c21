#ifndef CTERMINALSUPPORT_H
#define CTERMINALSUPPORT_H

/// What terminal_support_poll found ready, as bits.
#define TERMINAL_SUPPORT_INPUT 1
#define TERMINAL_SUPPORT_WAKE 2
#define TERMINAL_SUPPORT_HANGUP 4

/// Lowers the calling thread's scheduling priority; returns 0 when it worked.
int terminal_support_lower_thread_priority(int nice_value);

/// Remembers the modes of the terminal behind fd; returns 0 when it is one.
int terminal_support_save(int fd);
/// From now on a crash puts the terminal back.
void terminal_support_arm(void);
/// The terminal is as it was before; nothing to put back.
void terminal_support_disarm(void);
/// Puts the remembered modes back and leaves the alternate screen; safe in a signal handler.
void terminal_support_restore(void);

/// Installs the handlers that write one letter each to the wake pipe; returns its read end or -1.
int terminal_support_install_signals(void);
/// Installs the handlers that put the terminal back before the program dies of a fault.
void terminal_support_install_crash_handlers(void);
/// Writes one byte to the wake pipe; callable from any thread.
void terminal_support_wake(void);
/// Reads what is in the wake pipe; returns the number of bytes.
int terminal_support_drain(char *buffer, int size);
/// Waits for fd or the wake pipe; timeout in milliseconds, -1 for ever.
int terminal_support_poll(int fd, int timeout);
/// Stops the whole job as the terminal driver would; returns when it goes on.
void terminal_support_stop(void);

/// Sends standard error to a file while the screen is up; returns 0 when it did.
int terminal_support_capture_errors(const char *path, const char *note);
/// Gives standard error back.
void terminal_support_release_errors(void);

/// Starts a program at the other end of a new terminal; returns its process id or -1.
int terminal_support_spawn(const char *path, char *const arguments[], char *const environment[],
                           int rows, int columns, int *controller);
/// Gives the terminal behind fd another size; returns 0 when it worked.
int terminal_support_resize(int fd, int rows, int columns);
#endif
