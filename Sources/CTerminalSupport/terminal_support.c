#define _GNU_SOURCE
#include "CTerminalSupport.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int terminal_support_lower_thread_priority(int nice_value) {
    return setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), nice_value);
}
