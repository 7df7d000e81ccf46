/// The bodies of all icons as one block of read-only bytes. The assembler reads the file; as a C++ string literal a
/// megabyte would cost seconds of compile time.
#define SKYDRAFT_TEXT_OF(x) #x
#define SKYDRAFT_TEXT(x) SKYDRAFT_TEXT_OF(x)

asm(R"(
.section .rodata
.global skydraft_icons_blob
.hidden skydraft_icons_blob
skydraft_icons_blob:
.incbin )" SKYDRAFT_TEXT(SKYDRAFT_ICONS_BLOB) R"(
.byte 0
.text
)");
