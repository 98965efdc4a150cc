# Flags sit on one interface target. No flag here may change a number in a result between presets:
# -ffp-contract=off and plain x86-64 keep the arithmetic the same everywhere.
add_library(entente_flags INTERFACE)
add_library(entente::flags ALIAS entente_flags)
target_compile_features(entente_flags INTERFACE cxx_std_20)
target_compile_options(entente_flags INTERFACE -ffp-contract=off)
target_compile_options(
  entente_flags INTERFACE $<BUILD_INTERFACE:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wnon-virtual-dtor>)
# g++ 12 takes ordinary joining of strings for overlapping copies (GCC bug 105329).
target_compile_options(entente_flags INTERFACE $<BUILD_INTERFACE:-Wno-restrict>)
if(ENTENTE_WERROR)
  target_compile_options(entente_flags INTERFACE $<BUILD_INTERFACE:-Werror>)
endif()
if(ENTENTE_SANITIZE)
  target_compile_options(
    entente_flags INTERFACE $<BUILD_INTERFACE:-fsanitize=${ENTENTE_SANITIZE};-fno-omit-frame-pointer>)
  target_link_options(entente_flags INTERFACE $<BUILD_INTERFACE:-fsanitize=${ENTENTE_SANITIZE}>)
endif()
