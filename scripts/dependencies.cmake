# Imported targets for everything from outside, under the same names natively and for the page, so that no other
# CMake file asks which of the two it builds:
#
#   sixiang::stb  sixiang::json  sixiang::doctest  sixiang::utfcpp  sixiang::cli11      headers only
#   sixiang::unibreak  sixiang::deflate  sixiang::imgui (with its SDL2 back ends)  sixiang::sdl2
#   sixiang::benchmark                                                                  native only
#
# scripts/setup puts the files into build/deps; this file only names them.

if(EMSCRIPTEN)
  set(_component web)
else()
  set(_component native)
endif()
get_filename_component(_deps "${CMAKE_CURRENT_LIST_DIR}/../build/deps" ABSOLUTE)
if(NOT EXISTS "${_deps}/${_component}/libimgui.a")
  message(FATAL_ERROR "Third-party libraries are missing. Run this first:  scripts/setup ${_component}")
endif()

# Headers are system headers to the compiler: their warnings are not ours.
function(_sixiang_import name)
  cmake_parse_arguments(PARSE_ARGV 1 import "" "LIBRARY" "INCLUDE;DEFINE;LINK")
  if(import_LIBRARY)
    add_library(sixiang::${name} STATIC IMPORTED GLOBAL)
    set_target_properties(sixiang::${name} PROPERTIES IMPORTED_LOCATION "${_deps}/${_component}/${import_LIBRARY}")
  else()
    add_library(sixiang::${name} INTERFACE IMPORTED GLOBAL)
  endif()
  target_include_directories(sixiang::${name} SYSTEM INTERFACE ${import_INCLUDE})
  target_compile_definitions(sixiang::${name} INTERFACE ${import_DEFINE})
  target_link_libraries(sixiang::${name} INTERFACE ${import_LINK})
endfunction()

# <stb/stb_truetype.h>, <nlohmann/json.hpp>, <doctest/doctest.h>, <utf8.h>, <CLI/CLI.hpp>
_sixiang_import(stb INCLUDE "${_deps}/include")
_sixiang_import(json INCLUDE "${_deps}/include")
_sixiang_import(doctest INCLUDE "${_deps}/include")
_sixiang_import(utfcpp INCLUDE "${_deps}/include")
_sixiang_import(cli11 INCLUDE "${_deps}/include")

# <linebreak.h>, <wordbreak.h>, <graphemebreak.h>; <libdeflate.h>. From the same sources natively and for the page,
# because their output (line ends, compressed bytes) must be the same in both.
_sixiang_import(unibreak LIBRARY libunibreak.a INCLUDE "${_deps}/libunibreak/src")
_sixiang_import(deflate LIBRARY libdeflate.a INCLUDE "${_deps}/libdeflate")

# <SDL.h>
if(EMSCRIPTEN)
  _sixiang_import(sdl2 LIBRARY libSDL2.a INCLUDE "${_deps}/web/include/SDL2")
  # Otherwise emcc puts its own SDL 1 headers before ours.
  target_compile_options(sixiang::sdl2 INTERFACE -sUSE_SDL=0)
  target_link_options(sixiang::sdl2 INTERFACE -sUSE_SDL=0)
else()
  find_package(SDL2 REQUIRED CONFIG)
  _sixiang_import(sdl2 INCLUDE ${SDL2_INCLUDE_DIRS} LINK SDL2::SDL2)
endif()

# <imgui.h>, <backends/imgui_impl_sdl2.h>, <backends/imgui_impl_sdlrenderer2.h>, <misc/cpp/imgui_stdlib.h>. The
# definitions are those that scripts/lib/libraries.sh compiles it with.
_sixiang_import(imgui LIBRARY libimgui.a
  INCLUDE "${_deps}/imgui"
  DEFINE IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
         IMGUI_DISABLE_DEFAULT_FONT
  LINK sixiang::sdl2)

# <benchmark/benchmark.h>
if(NOT EMSCRIPTEN)
  find_package(benchmark QUIET CONFIG)
  if(benchmark_FOUND)
    _sixiang_import(benchmark LINK benchmark::benchmark)
  endif()
endif()
