#!/bin/sh
# .ci/run and packaging/test on small trees with a build that is already done: the status and the last line tell what was executed.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/.ci" "$tree/packaging"
cp "$root/.ci/run" "$tree/.ci/"
cp "$root/packaging/test" "$root/packaging/lib.sh" "$tree/packaging/"
printf '#!/bin/sh\n' >"$tree/packaging/build"
chmod +x "$tree/packaging/build"

# expect STATUS LAST_LINE TESTS: TESTS are the add_test() lines of the tree; STATUS is 0 or fail.
expect() {
  rm -rf "$tree/build"
  printf 'cmake_minimum_required(VERSION 3.25)\nproject(gate NONE)\nenable_testing()\n%s\n' "$3" >"$tree/CMakeLists.txt"
  cmake -S "$tree" -B "$tree/build" -G Ninja >/dev/null
  status=0
  "$tree/.ci/run" >"$tree/output" 2>&1 || status=fail
  if [ "$status" != "$1" ] || ! grep -qx "$2" "$tree/output"; then
    cat "$tree/output"
    echo "packaging/test: for $3 expected status $1 and the line '$2', got status $status"
    exit 1
  fi
}

skips='add_test(NAME skips COMMAND sh -c "exit 4")
set_tests_properties(skips PROPERTIES SKIP_RETURN_CODE 4)'
passes='add_test(NAME passes COMMAND true)'
expect 0 "1 passed, 0 failed" "$passes"
expect 0 "1 passed, 0 failed, 1 skipped" "$passes
$skips"
expect fail "1 passed, 1 failed" "$passes
add_test(NAME fails COMMAND false)"
expect fail "1 passed, 1 failed" "$passes
add_test(NAME missing COMMAND no-such-program)"
expect fail "0 passed, 0 failed, 1 skipped" "$skips"
expect fail "0 passed, 0 failed" ""
echo "ci_gate: 6 trees judged rightly"
