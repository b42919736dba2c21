#!/usr/bin/env bash
# Removes what install.sh put below a prefix; the learner's record stays.
# usage: Scripts/uninstall.sh PREFIX
set -euo pipefail
prefix=$1
rm -f "$prefix/bin/mathtutor"
rm -rf "$prefix/share/mathtutor"
rm -f "$prefix/share/man/man1/mathtutor.1" \
    "$prefix/share/bash-completion/completions/mathtutor" \
    "$prefix/share/zsh/site-functions/_mathtutor" \
    "$prefix/share/fish/vendor_completions.d/mathtutor.fish"
echo "Removed the tutor from $prefix. The learner's record was not touched."
