"""Seals for cache entries: a keyed hash, with a key that only this user has."""

import contextlib
import hashlib
import os
import secrets
from pathlib import Path

SEAL_BYTES = 16
_KEY_BYTES = 32
_FILE = "seal.key"


def seal(key: bytes, name: bytes, content: bytes) -> bytes:
    """The seal of ``content`` kept under ``name``."""
    hasher = hashlib.blake2b(name, digest_size=SEAL_BYTES, key=key)
    hasher.update(content)
    return hasher.digest()


def seal_key(folder: Path) -> bytes:
    """This user's key, made on first use; a damaged one is replaced, and old entries then count as foreign."""
    path = folder / _FILE
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            key = stream.read(_KEY_BYTES + 1)
        if len(key) == _KEY_BYTES:
            return key
    return _new_key(path)


def _new_key(path: Path) -> bytes:
    key = secrets.token_bytes(_KEY_BYTES)
    aside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    aside.touch(mode=0o600)
    aside.write_bytes(key)
    try:
        os.link(aside, path)  # fails when another run was faster; then its key counts
    except FileExistsError:
        theirs = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        if len(theirs) == _KEY_BYTES:
            key = theirs
        else:
            aside.replace(path)
    aside.unlink(missing_ok=True)
    return key
