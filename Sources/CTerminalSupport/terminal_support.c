// What must be C: signal handlers that only use async-signal-safe calls, and static state that
// exists once in the process.
#define _GNU_SOURCE
#include "CTerminalSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved_modes;
static int saved_fd = -1;
static volatile sig_atomic_t armed = 0;
static int wake_pipe[2] = {-1, -1};
static int real_errors = -1;
static char crash_note[1024];

int terminal_support_lower_thread_priority(int nice_value) {
    return setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), nice_value);
}

int terminal_support_save(int fd) {
    if (tcgetattr(fd, &saved_modes) != 0) return -1;
    saved_fd = fd;
    return 0;
}

void terminal_support_arm(void) { armed = 1; }
void terminal_support_disarm(void) { armed = 0; }

// Paste and mouse reports off, colours off, cursor on, alternate screen left.
static const char farewell[] =
    "\033[?2004l\033[?1000l\033[?1002l\033[?1006l\033[0m\033[?25h\033[?1049l\r";

void terminal_support_restore(void) {
    if (!armed) return;
    armed = 0;
    int fd = saved_fd >= 0 ? saved_fd : 1;
    ssize_t written = write(fd, farewell, sizeof farewell - 1);
    (void)written;
    if (saved_fd >= 0) tcsetattr(saved_fd, TCSANOW, &saved_modes);
}

// The pipe does not block: where it is full, a wake is pending anyway.
static void put(char letter) {
    int number = errno;
    ssize_t written = write(wake_pipe[1], &letter, 1);
    (void)written;
    errno = number;
}

static void on_signal(int number) {
    switch (number) {
    case SIGWINCH: put('W'); break;
    case SIGTERM: put('T'); break;
    case SIGHUP: put('H'); break;
    case SIGQUIT:
    case SIGINT: put('I'); break;
    case SIGTSTP: put('Z'); break;
    case SIGCONT: put('C'); break;
    default: break;
    }
}

static void on_crash(int number) {
    terminal_support_restore();
    if (real_errors >= 0) {
        ssize_t written = write(real_errors, crash_note, strlen(crash_note));
        (void)written;
    }
    signal(number, SIG_DFL);
    raise(number);
}

int terminal_support_install_signals(void) {
    static const int numbers[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
    if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaction(numbers[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    return wake_pipe[0];
}

void terminal_support_install_crash_handlers(void) {
    static const int numbers[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_crash;
    action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER);
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaction(numbers[i], &action, NULL);
}

void terminal_support_wake(void) {
    if (wake_pipe[1] >= 0) put('M');
}

int terminal_support_drain(char *buffer, int size) {
    ssize_t count = read(wake_pipe[0], buffer, (size_t)size);
    return count > 0 ? (int)count : 0;
}

int terminal_support_poll(int fd, int timeout) {
    struct pollfd fds[2] = {{fd, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
    if (poll(fds, 2, timeout) <= 0) return 0;
    int ready = 0;
    if (fds[0].revents & POLLIN) ready |= TERMINAL_SUPPORT_INPUT;
    if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= TERMINAL_SUPPORT_HANGUP;
    if (fds[1].revents & POLLIN) ready |= TERMINAL_SUPPORT_WAKE;
    return ready;
}

void terminal_support_stop(void) {
    struct sigaction standard, before;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
}

int terminal_support_capture_errors(const char *path, const char *note) {
    if (!isatty(2) || real_errors >= 0) return 0;
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0) return -1;
    int kept = fcntl(2, F_DUPFD_CLOEXEC, 10);
    if (kept < 0 || dup2(fd, 2) < 0) {
        close(fd);
        return -1;
    }
    close(fd);
    snprintf(crash_note, sizeof crash_note, "\n%s %s\n", note, path);
    real_errors = kept;
    return 0;
}

void terminal_support_release_errors(void) {
    if (real_errors < 0) return;
    dup2(real_errors, 2);
    close(real_errors);
    real_errors = -1;
}
