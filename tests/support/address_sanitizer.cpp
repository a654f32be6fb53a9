// What AddressSanitizer does in the tests; without it nobody calls this. Asking for more memory than there is gives a
// null, as it does elsewhere, and does not end the program.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "allocator_may_return_null=1"; }
