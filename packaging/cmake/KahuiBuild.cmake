# One INTERFACE target carries language level, warnings and hardening; kahui_room() makes a library of one folder, so that
# the DEPENDS list of a room is the list of arrows that leave it (tests/lint holds the includes to the same list).

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(KAHUI_CCACHE ccache)
if(KAHUI_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${KAHUI_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${KAHUI_CCACHE}")
endif()
find_program(KAHUI_MOLD mold)
if(KAHUI_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")  # level 3 costs a third of the build and wins nothing here
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(KAHUI_SANITIZE "" CACHE STRING "Sanitizers for every target, for example address,undefined")
if(KAHUI_SANITIZE)
  add_compile_options(-fsanitize=${KAHUI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KAHUI_SANITIZE})
endif()

add_library(kahui_flags INTERFACE)
target_include_directories(kahui_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(kahui_flags INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wswitch-enum -Wold-style-cast -Wnon-virtual-dtor
  -fstack-protector-strong)
# Compiled together, a file's own names are "shadowed" by every later file.
target_compile_options(kahui_flags INTERFACE $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>)
# An assertion may say its reason: KAHUI_ASSERT(!"a value without a name").
target_compile_options(kahui_flags INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-string-conversion>)
target_compile_definitions(kahui_flags INTERFACE _GLIBCXX_ASSERTIONS)
if(NOT KAHUI_SANITIZE AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_compile_definitions(kahui_flags INTERFACE _FORTIFY_SOURCE=2)
endif()

# kahui_room(NAME [DEPENDS room...] [LINK target...]): library kahui_NAME of all sources in the current folder.
# The presets but `debug` and `sanitize` compile the files of core and app ten at a time (CMAKE_UNITY_BUILD), which halves a
# clean build. So no two files of a room give the same name to things of their own.
function(kahui_room name)
  cmake_parse_arguments(ROOM "" "" "DEPENDS;LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(links ${ROOM_LINK})
  foreach(room IN LISTS ROOM_DEPENDS)
    list(APPEND links kahui_${room})
  endforeach()
  if(sources)
    add_library(kahui_${name} STATIC ${sources})
    target_link_libraries(kahui_${name} PUBLIC kahui_flags ${links})
  else()
    add_library(kahui_${name} INTERFACE)
    target_link_libraries(kahui_${name} INTERFACE kahui_flags ${links})
  endif()
endfunction()
