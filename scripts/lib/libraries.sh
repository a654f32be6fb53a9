# shellcheck shell=bash
# Static libraries of the third-party sources, once per compiler, in the cache:
#   native  Dear ImGui, libdeflate, libunibreak (SDL2 is Debian's own shared library)
#   web     the same and SDL2
# The native ones serve gcc, clang, debug and sanitizer builds alike: their interfaces are the same.

library_flags=(-O2 -ffp-contract=off -w)
# Without the setting, emcc puts its own SDL 1 headers before those given to it. The header comes first because
# Emscripten 3.1.6's em_js.h, which SDL and ImGui include, does not compile without it.
web_flags=(-sUSE_SDL=0 -include emscripten/emscripten.h)

# ImGui: full Unicode, nothing obsolete; its demo, debug windows and built-in font cost size and are never shown.
# scripts/dependencies.cmake gives the same definitions to everything that includes imgui.h.
imgui_definitions=(-DIMGUI_USE_WCHAR32 -DIMGUI_DISABLE_OBSOLETE_FUNCTIONS -DIMGUI_DISABLE_DEMO_WINDOWS
    -DIMGUI_DISABLE_DEBUG_TOOLS -DIMGUI_DISABLE_DEFAULT_FONT)

# archive LIBRARY WORK ARCHIVER COMPILER FLAG… < list of source files
archive() {
    local library=$1 work=$2 archiver=$3
    shift 3
    mkdir -p "$work"
    # The path names the object, because two sources may share a base name.
    # shellcheck disable=SC2016
    work=$work quietly xargs -P "$jobs" -I{} bash -c \
        'exec "${@:2}" -o "$work/$(tr -c "A-Za-z0-9\n" _ <<<"$1").o" -c "$1"' - {} "$@" || return 1
    quietly "$archiver" rcs "$library" "$work"/*.o
}

build_sdl2() {
    local source=$deps/sdl2 output=$1 work=$2 pattern header
    mkdir -p "$output/include"
    cp -r "$source/include" "$output/include/SDL2"
    header=$output/include/SDL2/SDL_config_emscripten.h
    # Ours goes inside the include guard, after SDL's own.
    sed -i '/^#endif .*_SDL_config_emscripten_h_/d' "$header"
    { cat "$root/scripts/web/sdl2_overrides.h" && printf '\n#endif\n'; } >>"$header"
    grep -v '^#' "$root/scripts/web/sdl2_sources.txt" | while read -r pattern; do
        compgen -G "$source/src/$pattern"
    done | archive "$output/libSDL2.a" "$work/sdl2" emar emcc "${library_flags[@]}" \
        "${web_flags[@]}" -Os -I"$output/include/SDL2" -I"$source/src/video/khronos"
}

# build_portable OUTPUT WORK ARCHIVER C-COMPILER C++-COMPILER FLAG… (flags for ImGui: where SDL2's headers are; on the
# page -Os, which makes the whole module a tenth smaller)
build_portable() {
    local output=$1 work=$2 archiver=$3 c=$4 cxx=$5
    shift 5
    compgen -G "$deps/libdeflate/lib/*.c" >"$work/list"
    compgen -G "$deps/libdeflate/lib/*/*.c" >>"$work/list"
    archive "$output/libdeflate.a" "$work/deflate" "$archiver" "$c" "${library_flags[@]}" -I"$deps/libdeflate" \
        <"$work/list" || return 1
    compgen -G "$deps/libunibreak/src/*.c" | grep -v '/tests\.c$' >"$work/list"
    archive "$output/libunibreak.a" "$work/unibreak" "$archiver" "$c" "${library_flags[@]}" <"$work/list" || return 1
    printf '%s\n' "$deps"/imgui/imgui{,_draw,_tables,_widgets,_demo}.cpp "$deps/imgui/misc/cpp/imgui_stdlib.cpp" \
        "$deps"/imgui/backends/imgui_impl_{sdl2,sdlrenderer2}.cpp >"$work/list"
    archive "$output/libimgui.a" "$work/imgui" "$archiver" "$cxx" "${library_flags[@]}" -std=c++17 -fno-exceptions \
        -fno-rtti "${imgui_definitions[@]}" -I"$deps/imgui" "$@" <"$work/list"
}

# ensure_libraries native|web: builds them unless the cache has them, and links build/deps/<kind> to them.
ensure_libraries() {
    local kind=$1 compiler key output work sources=(imgui libdeflate libunibreak) name
    if [[ $kind == web ]]; then
        compiler=$(emcc --version | sed -n 1p)
        sources+=(sdl2)
    else
        compiler=$(g++ --version | sed -n 1p)
    fi
    key=$({
        printf '%s\n' "$compiler"
        for name in "${sources[@]}"; do readlink "$deps/$name"; done
        cat "$root"/scripts/lib/libraries.sh "$root"/scripts/web/sdl2_*
    } | sha256sum | cut -c1-16)
    output=$cache/libraries/$kind-$key
    if [[ ! -d $output ]]; then
        step "Compiling third-party libraries ($kind: ${sources[*]}); once for this compiler"
        work=$(mktemp -d "$cache/tmp.XXXXXX")
        mkdir -p "$work/output" "$cache/libraries"
        if { [[ $kind == web ]] && build_sdl2 "$work/output" "$work" &&
                build_portable "$work/output" "$work" emar emcc em++ -I"$work/output/include/SDL2" \
                "${web_flags[@]}" -DNDEBUG -Os; } ||
            { [[ $kind == native ]] &&
                build_portable "$work/output" "$work" ar gcc g++ -I/usr/include/SDL2 -D_REENTRANT -fPIC; }; then
            mv "$work/output" "$output"
            rm -rf "$work"
        else
            rm -rf "$work"
            fail "Third-party libraries ($kind) do not compile with $compiler." \
                "The compiler's messages are above. Known to work: g++ 12, Emscripten 3.1.6 (Debian 12)."
        fi
    fi
    link "$output" "$deps/$kind"
}
