#!/bin/sh
# Builds the libFuzzer targets with clang, measures what their corpora reach of each parser, and searches for inputs that
# break one. Usage: search.sh [BUILD_DIR] (default build-fuzz beside the sources)
#   KAHUI_FUZZ_SECONDS   time for each target, default 5; two run at once
# Fails on a finding, and when a corpus reaches less than 95 % of the lines of a parser.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build-fuzz}
seconds=${KAHUI_FUZZ_SECONDS:-5}
least=95
parsers="drivers/card/apdu.cpp drivers/card/channel.cpp drivers/card/desfire/desfire.cpp drivers/card/desfire/ev1.cpp
  drivers/card/desfire/purse.cpp drivers/card/ev2.cpp drivers/card/identify.cpp
  drivers/card/member_code.cpp drivers/card/native.cpp drivers/card/ntag/ndef.cpp drivers/card/ntag/ntag424.cpp
  drivers/card/ntag/sun.cpp drivers/card/ntag/type2.cpp drivers/card/stripe/bank_card.cpp
  drivers/card/stripe/judge_swipe.cpp drivers/card/stripe/tracks.cpp drivers/card/uid.cpp
  drivers/magstripe/key_filter.cpp drivers/nfc/frames.cpp drivers/sim/script.cpp"

die() { echo "search.sh: $*" >&2; exit 1; }

# tool NAME: the program of LLVM, with or without its version behind the name.
tool() {
  for name in "$1" "$1-14" "$1-15" "$1-16"; do
    if command -v "$name" >/dev/null; then command -v "$name" && return; fi
  done
  die "$1 is missing; install the packages clang, libclang-rt-14-dev and llvm-14"
}

clang=$(tool clang)
profdata=$(tool llvm-profdata)
cov=$(tool llvm-cov)
export CCACHE_NOHASHDIR=true
cmake -S "$root" -B "$build" -G Ninja --no-warn-unused-cli -DCMAKE_C_COMPILER="$clang" -DCMAKE_CXX_COMPILER="$clang++" \
  -DCMAKE_BUILD_TYPE=RelWithDebInfo -DKAHUI_FUZZ=ON -DKAHUI_TESTS=ON -DKAHUI_BENCH=OFF -DKAHUI_GUI=OFF \
  -DCMAKE_DISABLE_FIND_PACKAGE_Qt6=ON
cmake --build "$build" --target fuzzers

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
names=
for corpus in "$root"/tests/fuzz/corpus/*; do names="$names ${corpus##*/}"; done
program_of() { echo "$build/bin/kahui-fuzz-$(echo "$1" | tr _ -)"; }

objects=
for name in $names; do
  LLVM_PROFILE_FILE="$work/$name.profraw" "$(program_of "$name")" -runs=0 "$root/tests/fuzz/corpus/$name" >"$work/$name.log" 2>&1 ||
    { cat "$work/$name.log"; die "an input of corpus/$name breaks its parser; mend the parser"; }
  objects="$objects ${objects:+-object} $(program_of "$name")"
done
"$profdata" merge -o "$work/all.profdata" "$work"/*.profraw

echo "lines of each parser that its corpora reach:"
short=
for parser in $parsers; do
  [ -f "$root/$parser" ] || die "$parser is gone; take it off the list in tests/fuzz/search.sh"
  # shellcheck disable=SC2086  # a list of words
  line=$("$cov" report $objects -instr-profile "$work/all.profdata" "$root/$parser" | awk -v file="${parser##*/}" '$1 == file || index($1, "/" file) { sub("%", "", $10); print $10; exit }')
  [ -n "$line" ] || die "no coverage of $parser; does a target reach it?"
  echo "  $line %  $parser"
  if awk "BEGIN { exit !($line < $least) }"; then short="$short $parser"; fi
done

search() {
  mkdir -p "$build/found/$1" "$work/grown/$1"
  LLVM_PROFILE_FILE=/dev/null "$(program_of "$1")" -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="$build/found/$1/" \
    "$work/grown/$1" "$root/tests/fuzz/corpus/$1" >"$work/$1.log" 2>&1 || echo "$1" >>"$work/failed"
}

echo "searching $seconds s each:"
# shellcheck disable=SC2086  # a list of words
set -- $names
while [ $# -gt 0 ]; do
  search "$1" &
  first=$!
  if [ $# -gt 1 ]; then search "$2"; fi
  wait "$first"
  for name in "$1" ${2:+"$2"}; do
    echo "  $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$name.log") inputs"
  done
  shift
  if [ $# -gt 0 ]; then shift; fi
done

if [ -s "$work/failed" ]; then
  while read -r name; do tail -n 40 "$work/$name.log"; done <"$work/failed"
  die "found inputs that break a parser, in $build/found; mend it and put the input into tests/fuzz/corpus"
fi
[ -z "$short" ] || die "less than $least % of the lines:$short; put inputs that reach more into tests/fuzz/corpus"
echo "no finding"
