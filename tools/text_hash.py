"""The hash of src/base/text_hash.hpp."""
MULTIPLIER = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def mixed(value: int) -> int:
    value = value * MULTIPLIER & MASK
    return value ^ value >> 32


def text_hash(text: str) -> int:
    data = text.encode()
    size = len(data)
    word = lambda begin, end: int.from_bytes(data[begin:end], "little")
    value = size
    if size >= 8:
        for at in range(0, size - 8, 8):
            value = mixed(value ^ word(at, at + 8))
        value = mixed(value ^ word(size - 8, size))
    elif size >= 4:
        value = mixed(value ^ (word(0, 4) | word(size - 4, size) << 32))
    elif size > 0:
        value = mixed(value ^ (data[0] | data[size // 2] << 8 | data[size - 1] << 16))
    return mixed(value) & 0xFFFFFFFF
