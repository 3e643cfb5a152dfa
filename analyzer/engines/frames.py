"""Messages between processes: a length and as many bytes, nothing that could run on arrival."""

from typing import IO

_LENGTH_BYTES = 8


def send(stream: IO[bytes], *parts: bytes) -> None:
    """Write one message, made of ``parts`` in a row."""
    stream.write(sum(map(len, parts)).to_bytes(_LENGTH_BYTES, "big"))
    stream.writelines(parts)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The next message; ``EOFError`` when the other side is gone, also in the middle of one."""
    length = int.from_bytes(_exactly(stream, _LENGTH_BYTES), "big")
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
