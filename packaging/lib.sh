# Shared by packaging/build, run and test; POSIX sh, sourced with $root set to the top of the checkout.

say() { printf '%s: %s\n' "${0##*/}" "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

jobs=$(nproc)
logs=$root/build/log

# Objects of one checkout are shared between its build folders: paths in them point at the sources, which are the same.
export CCACHE_NOHASHDIR=true

# packages_for PURPOSE...: the packages of these sections of packaging/dependencies, one a line.
packages_for() {
  for purpose in "$@"; do
    sed -n "/^\[$purpose\]\$/,/^\[/p" "$root/packaging/dependencies" | sed '/^\[/d; /^#/d; /^$/d'
  done
}

missing_packages() {
  for package in $(packages_for "$@"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

# install_for PURPOSE...: asks apt only when something is missing, so that a prepared machine needs neither root nor a network.
install_for() {
  command -v dpkg-query >/dev/null || die "this is not Debian; install what packaging/dependencies lists and build with cmake --preset default"
  missing=$(missing_packages "$@" | sort -u | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    say "installing packages needs sudo: $missing"
    sudo -v || die "sudo was refused; let an administrator install: $missing"
    as_root=sudo
  else
    die "packages are missing and there is neither root nor sudo; let an administrator install: $missing"
  fi
  step "package lists" $as_root apt-get update -q
  # shellcheck disable=SC2086  # a list of words
  step "packages" $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing
}

# step LABEL COMMAND...: runs COMMAND into build/log, shows one line of progress, and the end of the log if it fails.
# On a terminal the line is rewritten in place; elsewhere it is repeated twice a minute.
step() {
  label=$1
  shift
  mkdir -p "$logs"
  log=$logs/$(printf %s "$label" | tr -c 'a-zA-Z0-9\n' -).log
  began=$(date +%s)
  "$@" >"$log" 2>&1 </dev/null &
  child=$!
  trap 'kill "$child" 2>/dev/null; exit 130' INT TERM
  shown=0
  while kill -0 "$child" 2>/dev/null; do
    elapsed=$(($(date +%s) - began))
    if [ -t 1 ]; then
      printf '\r\033[K%s: %s, %s s %.60s' "${0##*/}" "$label" "$elapsed" "$(last_progress)"
    elif [ $((elapsed - shown)) -ge 30 ]; then
      shown=$elapsed
      say "$label, $elapsed s $(last_progress)"
    fi
    sleep 0.5
  done
  status=0
  wait "$child" || status=$?
  trap - INT TERM
  if [ -t 1 ]; then printf '\r\033[K'; fi
  elapsed=$(($(date +%s) - began))
  if [ "$status" != 0 ]; then
    # Steps of ninja that went well would push the error out of sight.
    grep -v '^\[[0-9]*/[0-9]*\] [A-Z]' "$log" | tail -n 60 >&2
    die "$label failed after $elapsed s; the whole log is ${log#"$root"/}"
  fi
  say "$label: done, $elapsed s"
}

# The [n/m] of ninja, or the last line of whatever else is running.
last_progress() { tail -n 1 "$log" | tr -d '\r' | cut -c 1-60; }
