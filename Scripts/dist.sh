#!/usr/bin/env bash
# Packs a program that needs no Swift, its data and a script that installs it.
# usage: Scripts/dist.sh BINARY
set -euo pipefail
binary=$1
version=$("$binary" --version)
name=mathtutor-$version-$(uname -m)
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
mkdir -p "$staged/$name/bin" "$staged/$name/share/mathtutor" dist
install -m 755 "$binary" "$staged/$name/bin/mathtutor"
strip "$staged/$name/bin/mathtutor" 2>/dev/null || true
cp -R Data/. "$staged/$name/share/mathtutor/"
cp README.md README.ko.md LICENSE Documentation/mathtutor.1 "$staged/$name/"
cp Scripts/install.sh "$staged/$name/install-files.sh"
cat >"$staged/$name/install.sh" <<'END'
#!/usr/bin/env bash
# usage: ./install.sh [PREFIX]     without PREFIX: ~/.local
cd "$(dirname "$0")"
exec bash install-files.sh bin/mathtutor share/mathtutor "${1:-$HOME/.local}" mathtutor.1
END
chmod 755 "$staged/$name/install.sh"
chmod -R u=rwX,go=rX "$staged/$name"
tar -C "$staged" --owner=0 --group=0 --sort=name -czf "dist/$name.tar.gz.new" "$name"
mv "dist/$name.tar.gz.new" "dist/$name.tar.gz"
echo "dist/$name.tar.gz: $(du -h "dist/$name.tar.gz" | cut -f1); the program: $(du -h "$staged/$name/bin/mathtutor" | cut -f1)"
echo "It needs these libraries of the system (Debian and Ubuntu: libncursesw6 libopenblas0 libsqlite3-0):"
ldd "$staged/$name/bin/mathtutor" | sed -n 's/^[[:space:]]*\([^ ]*\) .*/  \1/p' | sort
