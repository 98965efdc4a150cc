# entente_embed(<target> <file> <symbol>)
#
# Compiles a text file into <target> as `extern const std::string_view entente::<symbol>`, so that
# the program needs no file beside it for tables and page templates that never change at run time.
# A compiler limits the length of one literal; the text is therefore cut into pieces.
function(entente_embed target file symbol)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  file(READ ${file} text)
  set(pieces "")
  string(LENGTH "${text}" length)
  set(start 0)
  while(start LESS length)
    string(SUBSTRING "${text}" ${start} 8000 piece)
    string(APPEND pieces "R\"entente(${piece})entente\"\n")
    math(EXPR start "${start} + 8000")
  endwhile()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include <string_view>
namespace entente {
extern const std::string_view @symbol@;
const std::string_view @symbol@{
@pieces@};
}
")
  target_sources(${target} PRIVATE ${source})
endfunction()
