#!/bin/sh
# The command line builds without the GUI, without looking for Qt, and links neither Qt nor a display library.
# Usage: headless.sh [BUILD_DIR], default build-headless beside the sources.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build-headless}
programs="kahuictl kahui-hq"
forbidden='libQt|libX11|libxcb|libxkb|libwayland|libGL|libEGL'

# has_display_library: reads the output of readelf or ldd.
has_display_library() { grep -Eq "$forbidden"; }

# The check itself, on what it must see and on what it must let pass.
printf '(NEEDED) Shared library: [libQt6Core.so.6]\n' | has_display_library || { echo "self-test: Qt was not seen"; exit 1; }
printf '(NEEDED) Shared library: [libsqlite3.so.0]\n' | has_display_library && { echo "self-test: SQLite was refused"; exit 1; }

export CCACHE_NOHASHDIR=true
cd "$root"
cmake --preset headless -B "$build" --no-warn-unused-cli
# shellcheck disable=SC2086  # a list of words
cmake --build "$build" --target $programs

if grep -E '^Qt6?[A-Za-z]*_DIR:[A-Z]+=/' "$build/CMakeCache.txt"; then
  echo "packaging/cmake: Qt was looked for although KAHUI_GUI is OFF; move the find_package() behind KAHUI_GUI"
  exit 1
fi
for program in $programs; do
  if readelf -d "$build/bin/$program" | has_display_library || ldd "$build/bin/$program" | has_display_library; then
    ldd "$build/bin/$program" | grep -E "$forbidden"
    echo "app: $program links a display library; look in the LINK lists of the rooms it uses"
    exit 1
  fi
done
echo "built without Qt: $programs"
