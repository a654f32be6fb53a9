
/* Appended to SDL's own SDL_config_emscripten.h by scripts/lib/web-libraries.sh.
   The editor draws and reads input; every subsystem it never opens becomes SDL's dummy,
   which keeps the page small. */
#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_POWER_EMSCRIPTEN
#undef SDL_LOADSO_DLOPEN
#define SDL_JOYSTICK_DISABLED 1
#define SDL_POWER_DISABLED 1
#define SDL_LOADSO_DUMMY 1
/* The page shows 32-bit pictures only: blitters for palettes, 16 bits, video and run lengths are never reached. Where there is
   no WebGL, SDL's general blitter serves. */
#define SDL_LEAN_AND_MEAN 1
#define SDL_VIDEO_RENDER_SW 1
