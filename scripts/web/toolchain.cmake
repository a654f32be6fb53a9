# Finds Emscripten's own CMake toolchain file, wherever this machine's emcc keeps it.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE _emscripten_root
                OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE _status ERROR_QUIET)
if(NOT _status EQUAL 0)
  message(FATAL_ERROR "Emscripten is missing. Run this first:  scripts/setup web")
endif()
# Linking runs acorn, which Debian installs in a folder that only Debian's own Node.js looks into; here for builds that
# are not started by scripts/.
if(NOT DEFINED ENV{NODE_PATH} AND IS_DIRECTORY /usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
  set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_CXX_LINKER_LAUNCHER}" CACHE STRING "")
endif()
include("${_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
