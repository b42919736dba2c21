// A program at the other end of a terminal of our own: what tests and latency measurements need.
#define _GNU_SOURCE
#include "CTerminalSupport.h"

#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

int terminal_support_spawn(const char *path, char *const arguments[], char *const environment[],
                           int rows, int columns, int *controller) {
    struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
    int process = forkpty(controller, NULL, NULL, &size);
    if (process == 0) {
        // The thread that starts the program may have signals blocked; the program must not.
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        execve(path, arguments, environment);
        _exit(127);
    }
    return process;
}

int terminal_support_resize(int fd, int rows, int columns) {
    struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
    return ioctl(fd, TIOCSWINSZ, &size);
}
