# The icons, as C++ that is compiled in: made anew where the table or the scripts change.

set(_icons "${CMAKE_CURRENT_LIST_DIR}")
set(_icon_outlines "${CMAKE_CURRENT_LIST_DIR}/../../build/deps/node_modules/lucide-static/package.json")
if(NOT EXISTS "${_icon_outlines}")
  message(FATAL_ERROR "The icons' outlines are missing. Run this first:  scripts/setup native  (or web)")
endif()

set(icon_generated "${CMAKE_BINARY_DIR}/icons/icon_data.cpp")
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/icons")
add_custom_command(
  OUTPUT "${icon_generated}"
  COMMAND /usr/bin/python3 "${_icons}/build" "${icon_generated}"
  DEPENDS "${_icons}/build" "${_icons}/outlines.py" "${_icons}/icons.txt" "${_icon_outlines}"
  COMMENT "Building the icons"
  VERBATIM)
