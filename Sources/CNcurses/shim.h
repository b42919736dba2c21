// Static inline accessors over <curses.h>: a system library target compiles nothing, but the
// importer emits inline functions into the Swift module that calls them. Mutable C globals such as
// stdscr and function-like macros such as KEY_F cannot be reached from Swift directly.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

// Without <term.h>, whose macros take names such as lines and columns away.
extern int setupterm(const char *, int, int *);

// Hidden behind _XOPEN_SOURCE in Swift's Glibc module.
extern int wcwidth(wchar_t);

// newterm, because initscr prints and exits by itself where the terminal is unknown.
static inline int curses_start(void) { return newterm(NULL, stdout, stdin) != NULL; }
// Whether the cursor can be moved at all; a terminal without that has no screen.
static inline int curses_can_address(void) {
    const char *text = tigetstr("cup");
    return text != NULL && text != (const char *)-1;
}
static inline void curses_configure_input(void) {
    keypad(stdscr, TRUE);
    meta(stdscr, TRUE);
    wtimeout(stdscr, 0);
    intrflush(stdscr, FALSE);
    leaveok(stdscr, FALSE);
}
static inline int curses_rows(void) { return stdscr ? getmaxy(stdscr) : 0; }
static inline int curses_columns(void) { return stdscr ? getmaxx(stdscr) : 0; }
static inline int curses_colors(void) { return COLORS; }
static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }
static inline int curses_function_key(int number) { return KEY_F(number); }

static inline int curses_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, (short)pair, NULL) == ERR) return ERR;
    return mvwadd_wch(stdscr, row, column, &cell);
}
static inline void curses_erase(void) { werase(stdscr); }
static inline void curses_move(int row, int column) { wmove(stdscr, row, column); }
static inline void curses_stage(void) { wnoutrefresh(stdscr); }
static inline void curses_redraw(void) { clearok(stdscr, TRUE); }
static inline int curses_get(unsigned *value) {
    wint_t character = 0;
    int result = wget_wch(stdscr, &character);
    *value = (unsigned)character;
    return result;
}
static inline int curses_window_size(int fd, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

static inline void curses_enable_mouse(int on) {
    mousemask(on ? BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
    mouseinterval(0);
}
// 1 for a click, 4 and 5 for the wheel, 0 for anything else, -1 for no event.
static inline int curses_mouse(int *row, int *column) {
    MEVENT event;
    if (getmouse(&event) != OK) return -1;
    *row = event.y;
    *column = event.x;
    if (event.bstate & BUTTON4_PRESSED) return 4;
    if (event.bstate & BUTTON5_PRESSED) return 5;
    return event.bstate & (BUTTON1_CLICKED | BUTTON1_PRESSED) ? 1 : 0;
}
static inline const char *curses_character_set(void) { return nl_langinfo(CODESET); }
#endif
