#include "editor/file_name.h"

#include <doctest/doctest.h>

#include <string>

using namespace sixiang;

TEST_CASE("a title is a file's name, without what no file system takes") {
  CHECK(file_name("生成模型全家桶") == "生成模型全家桶");
  CHECK(file_name("损失 $x^2$ \\& 更多") == "损失 x^2 & 更多");
  CHECK(file_name("a/b\\c:d*e?f\"g<h>i|j\n\tk") == "a bc d e f g h i j k");
  CHECK(file_name("  ..隐藏. . ") == "隐藏");
  CHECK(file_name("v1.2") == "v1.2");
  CHECK(file_name("") == "poster");
  CHECK(file_name(" . / . ") == "poster");
}

TEST_CASE("a file's name reads as it is: no marks of direction, none of no width") {
  CHECK(file_name("图\u202Egnp.exe") == "图gnp.exe");
  CHECK(file_name("\u2066a\u2069\u200E\u200F\u061C\u200B\uFEFF\u2060") == "a");
  CHECK(file_name("\u202E\u202C") == "poster");
  CHECK(file_name("👨\u200D👩") == "👨\u200D👩");
}

TEST_CASE("names of devices are no names of files, whatever their case and suffix") {
  for (const char* name :
       {"CON", "con", "Nul", "AUX", "PRN", "COM1", "lpt9", "CON.txt", "com0.tar.gz", "NUL .x", "COM¹"}) {
    CAPTURE(name);
    CHECK(file_name(name) == std::string("poster ") + name);
  }
  for (const char* name : {"CONSOLE", "COM", "COM10", "NULL", "my CON", "LPTX"}) CHECK(file_name(name) == name);
  CHECK(file_name("CON. ") == "poster CON");
}

TEST_CASE("a file's name has a bound in bytes and no half characters") {
  std::string title;
  for (int i = 0; i < 200; ++i) title += "字";
  const std::string name = file_name(title);
  CHECK(name.size() == 159);
  CHECK(title.compare(0, name.size(), name) == 0);
  CHECK(file_name(std::string(500, 'a')).size() == 160);
}
