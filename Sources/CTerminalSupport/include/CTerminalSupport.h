#ifndef CTERMINALSUPPORT_H
#define CTERMINALSUPPORT_H
/// Lowers the calling thread's scheduling priority; returns 0 when it worked.
int terminal_support_lower_thread_priority(int nice_value);
#endif
