# shellcheck shell=bash
# What every script here shares: where things are, how to talk to people, and locking.
# Sourced after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build
deps=$build/deps
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/sixiang
export root build deps cache

# Two cores is what the smallest supported machine has; a larger one uses what it has.
jobs=$(nproc 2>/dev/null || echo 2)
export jobs

# A Debian Python with Debian's fontTools; whatever `python3` comes first in PATH may have neither.
python=/usr/bin/python3
export python

# emcc runs acorn, which Debian installs in a folder that only Debian's own Node.js looks into.
if [[ -d /usr/share/nodejs ]]; then
    export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
fi

say() { printf '%s\n' "$*" >&2; }
step() { printf '==> %s\n' "$*" >&2; }
warn() { printf 'warning: %s\n' "$*" >&2; }

# fail WHAT [WHAT TO DO]…: one line each, then stop.
fail() {
    printf 'error: %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

# Runs a command silently; shows its output only when it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    if ((status)); then cat "$log" >&2; fi
    rm -f "$log"
    return "$status"
}

hash_of() { cat -- "$@" | sha256sum | cut -c1-16; }

# Two scripts may run at once (an editor's build and a terminal's test): those that fill the cache or
# build/deps take turns. The lock goes with the process that holds it.
lock_cache() {
    mkdir -p "$cache"
    exec {lock_descriptor}>"$cache/lock"
    if ! flock --nonblock "$lock_descriptor"; then
        say "Waiting for another set-up to finish …"
        flock "$lock_descriptor"
    fi
}
unlock_cache() { exec {lock_descriptor}>&-; }

# link TARGET NAME: a symbolic link that is replaced in one step, and only when it changes.
link() {
    if [[ $(readlink -- "$2" 2>/dev/null) != "$1" ]]; then
        mkdir -p "$(dirname "$2")"
        if [[ -d $2 && ! -L $2 ]]; then rm -rf -- "$2"; fi
        ln -sfn -- "$1" "$2"
    fi
}

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

# Options for a wasm module under node: between Node 18 and the releases that dropped the option, Node's own
# fetch makes old Emscripten output believe that it runs in a browser.
node_wasm_options() {
    if node --no-experimental-fetch -e '' 2>/dev/null; then printf '%s\n' --no-experimental-fetch; fi
}
