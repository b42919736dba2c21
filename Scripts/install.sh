#!/usr/bin/env bash
# Puts the tutor and its data below a prefix.
# usage: Scripts/install.sh BINARY DATA PREFIX MANUAL
set -euo pipefail
binary=$1 data=$2 prefix=$3 manual=$4
share=$prefix/share/mathtutor

if ! mkdir -p "$prefix/bin" "$share" 2>/dev/null || [ ! -w "$prefix/bin" ] || [ ! -w "$share" ]; then
    echo "install: cannot write below $prefix." >&2
    echo "Try:  make install PREFIX=\$HOME/.local     or     sudo make install" >&2
    exit 1
fi
# The new data stands beside the old until it is complete.
staged=$(mktemp -d "$prefix/share/.mathtutor.XXXXXX")
trap 'rm -rf "$staged"' EXIT
cp -R "$data/." "$staged/"
chmod -R u=rwX,go=rX "$staged"
rm -rf "$share"
mv "$staged" "$share"
install -m 755 "$binary" "$prefix/bin/mathtutor.new"
mv "$prefix/bin/mathtutor.new" "$prefix/bin/mathtutor"
mkdir -p "$prefix/share/man/man1"
install -m 644 "$manual" "$prefix/share/man/man1/mathtutor.1"
while read -r shell file; do
    mkdir -p "$prefix/share/$(dirname "$file")"
    "$prefix/bin/mathtutor" --generate-completion-script "$shell" >"$prefix/share/$file"
    chmod 644 "$prefix/share/$file"
done <<'LIST'
bash bash-completion/completions/mathtutor
zsh zsh/site-functions/_mathtutor
fish fish/vendor_completions.d/mathtutor.fish
LIST
echo "Installed $prefix/bin/mathtutor and $share"
case ":$PATH:" in
    *":$prefix/bin:"*) echo "Run it with:  mathtutor" ;;
    *) echo "Run it with:  $prefix/bin/mathtutor     ($prefix/bin is not in PATH)" ;;
esac
