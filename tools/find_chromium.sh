#!/bin/sh
# Prints the path of a Chromium to test with: $CHROMIUM, else one on the PATH, else the system's
# package, installed if this user may. Says so in one sentence and exits 1 where there is none.
set -u

found() {
  "$1" --version >/dev/null 2>&1 && printf '%s\n' "$1" && exit 0
}

if [ -n "${CHROMIUM:-}" ]; then
  found "$CHROMIUM"
  echo "CHROMIUM=$CHROMIUM is not a browser that starts." >&2
  exit 1
fi

look() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    path=$(command -v "$name") && found "$path"
  done
  for path in "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -x "$path" ] && found "$path"
  done
}

look
if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo -n"; fi
if [ -z "$as_root" ] || $as_root true 2>/dev/null; then
  echo "Installing Chromium from the system's packages…" >&2
  if command -v apt-get >/dev/null; then
    { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium; } >&2
  elif command -v dnf >/dev/null; then
    $as_root dnf install -y -q chromium >&2
  elif command -v apk >/dev/null; then
    $as_root apk add --quiet chromium >&2
  elif command -v pacman >/dev/null; then
    $as_root pacman -S --noconfirm --quiet chromium >&2
  fi
  look
fi
echo "The tests need Chromium: install it, or set CHROMIUM to its path." >&2
exit 1
