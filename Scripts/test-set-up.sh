#!/usr/bin/env bash
# Tests the decisions of set-up.sh: what touches the machine is replaced by a pretended one.
set -euo pipefail
cd "$(dirname "$0")"
failures=0

# usage: scenario NAME "COMMANDS" "LINKED LIBRARIES" ROOT INSTALL  -> output in $output, code in $code
scenario() {
    output=$(
        source ./set-up.sh
        commands=" $1 " linked=" $2 " root=$3 install=$4
        try_command() { [[ $commands == *" $1 "* ]]; }
        try_linking() { [[ $linked == *" $2 "* ]]; }
        try_root() { [ "$root" = yes ]; }
        try_package() { [[ $1 != "${absent:-}" ]]; }
        try_install() {
            echo "INSTALL<${elevate}> $*"
            [ "$install" = works ] || return 1
            linked=" ncursesw openblas sqlite3 " commands="$commands pkg-config "
        }
        main 2>&1
    ) && code=0 || code=$?
}

expect() { # usage: expect NAME CODE PATTERN
    if [ "$code" = "$2" ] && [[ $output == $3 ]]; then
        echo "ok    $1"
    else
        echo "FAIL  $1: code $code, output: $output"
        failures=$((failures + 1))
    fi
}

all="ncursesw openblas sqlite3"
scenario "swift pkg-config apt-get" "$all" yes works
expect "all there: silent" 0 ""
scenario "apt-get" "$all" yes works
expect "no Swift: says where to get it" 1 "*swift.org*"
scenario "swift apt-get" "" yes works
expect "root: installs everything" 0 "*INSTALL<> libncurses-dev libopenblas-dev libsqlite3-dev pkg-config*done."
scenario "swift pkg-config apt-get" "ncursesw sqlite3" yes works
expect "installs only what is missing" 0 "*INSTALL<> libopenblas-dev*"
scenario "swift apt-get sudo" "" no works
expect "not root: goes through sudo and says so" 0 "*through sudo*INSTALL<sudo>*"
scenario "swift apt-get" "" no works
expect "not root, no sudo: says what root should run" 1 "*apt-get install libncurses-dev*"
scenario "swift sudo" "" no works
expect "no apt-get: says what is needed" 1 "*no apt-get*ncurses*"
scenario "swift apt-get" "" yes fails
expect "apt-get fails: says so" 1 "*apt-get failed*"
absent=libncurses-dev scenario "swift apt-get" "" yes fails
expect "an old Debian: tries the old name" 1 "*INSTALL<> libncursesw5-dev *"
[ "$failures" = 0 ]
