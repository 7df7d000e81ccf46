/// The bodies of all icons as one block of read-only bytes. The assembler reads the file (a C++ string literal of its
/// size would cost seconds of compile time); it finds it by -Wa,-I. Spelt like this, ccache sees the .incbin and does
/// not reuse an old one.
asm(".section .rodata\n"
    ".global skydraft_icons_blob\n"
    ".hidden skydraft_icons_blob\n"
    "skydraft_icons_blob:\n"
    ".incbin \"icons.blob\"\n"
    ".byte 0\n"
    ".text\n");
