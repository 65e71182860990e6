# What the scripts here share. Sourced; the caller has set -euo pipefail.
# shellcheck shell=bash

INSTALLERS=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname -- "$INSTALLERS")
OUT=$INSTALLERS/target
VERSION=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$INSTALLERS/pom.xml" | head -1)

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "installers: $*"
  exit 1
}

# describe KEY : what the description says of it.
describe() {
  awk -v key="$1" '
    $0 !~ /^#/ { at = index($0, "="); if (at && name(substr($0, 1, at - 1)) == key) { found = 1; print name(substr($0, at + 1)) } }
    function name(text) { gsub(/^[ \t]+|[ \t]+$/, "", text); return text }
    END { exit !found }
  ' "$INSTALLERS/description" || fail "the description has no '$1'"
}

# fill TEMPLATE KEY=VALUE... : prints it with every @key@ from the arguments or the description.
fill() {
  local template=$1 text key value pair
  shift
  text=$(cat "$template")
  while [[ $text =~ @([a-z-]+)@ ]]; do
    key=${BASH_REMATCH[1]}
    value=
    for pair in "$@" "version=$VERSION"; do
      if [ "${pair%%=*}" = "$key" ]; then value=${pair#*=}; fi
    done
    [ -n "$value" ] || value=$(describe "$key")
    text=${text//"@$key@"/$value}
  done
  printf '%s\n' "$text"
}

# until_says FILE PATTERN PID SECONDS : waits for a line, fails when the process ends before.
until_says() {
  local tries=$(($4 * 10))
  until grep -q "$2" "$1" 2>/dev/null; do
    kill -0 "$3" 2>/dev/null || return 1
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.1
  done
}
