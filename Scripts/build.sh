#!/usr/bin/env bash
# Runs a build and never falls silent: says what is built, and every 20 seconds that it goes on.
# usage: Scripts/build.sh "what is built" command arguments…
set -uo pipefail
what=$1
shift
started=$SECONDS
echo "== Building $what. The first build takes some minutes; later ones take seconds." >&2
if [ -t 1 ]; then
    # On a terminal SwiftPM itself shows what it is doing.
    "$@"
    code=$?
else
    "$@" &
    build=$!
    trap 'kill "$build" 2>/dev/null; exit 143' TERM
    trap 'kill "$build" 2>/dev/null; exit 130' INT
    ( while sleep 20; do echo "== Still building $what: $((SECONDS - started)) s" >&2; done ) &
    ticker=$!
    wait "$build"
    code=$?
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null
fi
if [ "$code" = 0 ]; then
    echo "== Built $what in $((SECONDS - started)) s." >&2
else
    echo "== Building $what failed after $((SECONDS - started)) s; the reason is above." >&2
fi
exit "$code"
