#!/usr/bin/env bash
# Installs the C libraries that the tutor is built on, where they are missing, and says so.
# usage: Scripts/set-up.sh          does nothing and says nothing when all is there
# Only names that begin with "try_" touch the machine; Scripts/test-set-up.sh replaces them.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

# --- what touches the machine -------------------------------------------------------------------
try_command() { command -v "$1" >/dev/null 2>&1; }
try_compiler() {
    local compiler
    for compiler in clang cc gcc; do
        if try_command "$compiler"; then printf '%s' "$compiler"; return 0; fi
    done
    # The toolchain brings its own clang beside swift.
    if try_command swift && [ -x "$(dirname "$(readlink -f "$(command -v swift)")")/clang" ]; then
        printf '%s' "$(dirname "$(readlink -f "$(command -v swift)")")/clang"
        return 0
    fi
    return 1
}
# Whether a program that includes a header links with a library: the question the build will ask.
try_linking() {
    local header=$1 library=$2 compiler
    compiler=$(try_compiler) || return 1
    printf '#include <%s>\nint main(void) { return 0; }\n' "$header" |
        "$compiler" -x c - -o /dev/null -l"$library" >/dev/null 2>&1
}
try_root() { [ "$(id -u)" = 0 ]; }
try_install() { # as root, or through the words of $elevate
    $elevate env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
        $elevate env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
            --no-install-recommends "$@"
}
try_package() { apt-cache show "$1" >/dev/null 2>&1; }
# ------------------------------------------------------------------------------------------------

# Prints the packages that are needed and missing, one a line.
missing_packages() {
    try_linking curses.h ncursesw || printf '%s\n' libncurses-dev
    try_linking cblas.h openblas || printf '%s\n' libopenblas-dev
    try_linking sqlite3.h sqlite3 || printf '%s\n' libsqlite3-dev
    try_command pkg-config || printf '%s\n' pkg-config
}

reason_for() {
    case $1 in
        libncurses*-dev) printf '%s' "draws the full screen" ;;
        libopenblas-dev) printf '%s' "multiplies matrices for the model" ;;
        libsqlite3-dev) printf '%s' "keeps the learner's record" ;;
        pkg-config) printf '%s' "tells the build where the libraries are" ;;
    esac
}

describe() {
    local package
    for package in "$@"; do say "    $package  ($(reason_for "$package"))"; done
}

main() {
    local packages elevate=
    if ! try_command swift; then
        say "set-up: the Swift toolchain (6.2 or newer) is not in PATH, so nothing can be built."
        say "Install it from https://www.swift.org/install/linux/ and run make again."
        return 1
    fi
    mapfile -t packages < <(missing_packages)
    [ "${#packages[@]}" -gt 0 ] || return 0
    say "set-up: the build needs these system packages, and they are missing:"
    describe "${packages[@]}"
    if ! try_command apt-get; then
        say "This machine has no apt-get, so they cannot be installed from here."
        say "Install what your system calls ncurses (wide characters), OpenBLAS with CBLAS, SQLite 3"
        say "and pkg-config, each with its header files, and run make again."
        return 1
    fi
    if ! try_root; then
        if ! try_command sudo; then
            say "You are not root and there is no sudo. Ask somebody who is root to run:"
            say "    apt-get update && apt-get install ${packages[*]}"
            return 1
        fi
        elevate=sudo
        say "You are not root, so they are installed through sudo, which may ask for your password."
    fi
    say "set-up: running ${elevate:+$elevate }apt-get install ${packages[*]}"
    # Debian before 10 has the wide characters in a package of their own.
    if ! try_install "${packages[@]}"; then
        if try_package libncurses-dev || ! try_package libncursesw5-dev; then
            say "set-up: apt-get failed; what it says above is the reason. Nothing was built."
            return 1
        fi
        try_install "${packages[@]/libncurses-dev/libncursesw5-dev}" || {
            say "set-up: apt-get failed; what it says above is the reason. Nothing was built."
            return 1
        }
    fi
    mapfile -t packages < <(missing_packages)
    if [ "${#packages[@]}" -gt 0 ]; then
        say "set-up: apt-get is done, but the build still does not find:"
        describe "${packages[@]}"
        return 1
    fi
    say "set-up: done."
}

# Sourced by the tests, run by make.
if [ "${BASH_SOURCE[0]}" = "$0" ]; then main "$@"; fi
