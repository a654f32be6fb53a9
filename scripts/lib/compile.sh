# shellcheck shell=bash
# Configuring and compiling by the presets of CMakePresets.json.

# A compiler cache, where there is one: a folder built before, or another clone's commit, is then built in seconds.
# Paths below the clone are taken as relative, so that two clones share what they compile.
if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER-ccache}
    export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
    export CCACHE_BASEDIR=${CCACHE_BASEDIR-$root} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR-1}
fi

build_folder() {
    case $1 in
        release) printf '%s\n' "$build/native" ;;
        web) printf '%s\n' "$build/wasm" ;;
        *) printf '%s\n' "$build/$1" ;;
    esac
}

# configure PRESET: a folder moved or made by another CMake is configured anew rather than explained.
configure() {
    local preset=$1 folder
    folder=$(build_folder "$preset")
    local home="CMAKE_HOME_DIRECTORY:INTERNAL=$root"
    if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "$home" "$folder/CMakeCache.txt"; then rm -rf "$folder"; fi
    if [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ]]; then
        (cd "$root" && quietly cmake --preset "$preset") ||
            fail "CMake could not configure '$preset' (see above)." "Remove $folder and try again if it is stale."
    fi
}

# compile PRESET TARGET…
compile() {
    local preset=$1
    shift
    step "Building $* ($preset)"
    configure "$preset"
    (cd "$root" && cmake --build "$(build_folder "$preset")" --parallel "$jobs" --target "$@" >&2)
}
