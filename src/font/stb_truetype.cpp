// The one place where stb_truetype's code is compiled.
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
