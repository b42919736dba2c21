#!/bin/sh
# Runs libFuzzer on the answer checker: fuzz.sh [SECONDS]. An input that crashes it or takes ten
# seconds is kept in .build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
out=.build/fuzz
mkdir -p "$out/corpus"
[ -d .build/checkouts/BigInt ] || swift package resolve
flags="-O -wmo -parse-as-library -sanitize=fuzzer -I $out"
module() {
    name=$1
    shift
    swiftc $flags -module-name "$name" -emit-module -emit-module-path "$out/$name.swiftmodule" \
        -c "$@" -o "$out/$name.o"
}
features="-enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility"
echo "== Building the fuzzer"
module BigInt -swift-version 5 .build/checkouts/BigInt/Sources/*.swift
module Mathematics -swift-version 6 $features Sources/Mathematics/*.swift Sources/Mathematics/*/*.swift
swiftc $flags -swift-version 6 Scripts/fuzz/CheckerFuzzer.swift "$out/BigInt.o" \
    "$out/Mathematics.o" -o "$out/checker-fuzzer"
# The answers of the tables are the first inputs.
awk -F ' [|] ' -v out="$out/corpus" '!/^#/ && NF >= 4 {
    file = out "/row" NR; printf "%c%s", 33 + NR % 90, $2 > file; close(file) }' Tests/AnswerCases/*.txt
echo "== Fuzzing for $seconds seconds"
"$out/checker-fuzzer" -max_total_time="$seconds" -max_len=1200 -timeout=10 -print_final_stats=1 \
    -artifact_prefix="$out/" "$out/corpus" 2>&1 | tail -12
