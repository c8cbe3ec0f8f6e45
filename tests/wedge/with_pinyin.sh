#!/bin/sh
# Runs a test program with a pinyin input method active on an X server of its own. Usage: with_pinyin.sh PROGRAM [ARGUMENT...]
# 77: fcitx5 with pinyin is not installed (packages fcitx5, fcitx5-chinese-addons, fcitx5-frontend-qt6, dbus-bin, dbus-daemon).
set -eu
for needed in fcitx5 dbus-run-session dbus-send Xvfb; do
  command -v "$needed" >/dev/null || { echo "SKIP: $needed is not installed"; exit 77; }
done
if [ "${1-}" != --in-session ]; then
  exec dbus-run-session -- "$0" --in-session "$@"
fi
shift

home=$(mktemp -d)
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XMODIFIERS=@im=fcitx QT_IM_MODULE=fcitx
mkdir -p "$home/run" "$home/.config/fcitx5"
chmod 700 "$home/run"
cat >"$home/.config/fcitx5/profile" <<'END'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
END
cat >"$home/.config/fcitx5/config" <<'END'
[Behavior]
ActiveByDefault=True
END

mkfifo "$home/number"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$home/number" 2>/dev/null &
server=$!
method=
trap 'kill $server $method 2>/dev/null || :; wait $server $method 2>/dev/null || :; rm -rf "$home"' EXIT
read -r number <"$home/number"
export DISPLAY=":$number" KAHUI_DISPLAY=":$number"
fcitx5 --disable=wayland >"$home/fcitx5.log" 2>&1 &
method=$!
tries=0
# Asking it by its own tool would have the bus start another one.
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
  string:org.fcitx.Fcitx5 2>/dev/null | grep -q true; do
  tries=$((tries + 1))
  [ $tries -lt 50 ] || { echo "fcitx5 did not start:"; tail -n 5 "$home/fcitx5.log"; exit 1; }
  sleep 0.2
done
status=0
"$@" || status=$?
exit $status
