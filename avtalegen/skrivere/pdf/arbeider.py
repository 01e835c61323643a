"""A process that compiles Typst for `prosess`, and nothing else. Run as a file: it imports nothing of ours.

Usage: arbeider.py EMPTY-FOLDER FONT-FOLDER…

Frames come on standard input and go out on standard output, each an eight-byte length and the bytes. In comes what to
compile, as JSON: the files by name (each byte a character), the standards, and the seconds that it may take; after
those, the process is gone. Out goes what became of it, as JSON, and the PDF (or nothing).
"""

from __future__ import annotations

import faulthandler
import json
import sys
from typing import IO, Any

MOST_MEMORY = 600_000_000
"""Bytes, beyond what the program itself is; an agreement takes a tenth of it."""


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame, or None when there are no more."""
    head = stream.read(8)
    size = int.from_bytes(head, "big")
    data = stream.read(size) if len(head) == 8 else b""
    return data if len(head) == 8 and len(data) == size else None


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Write one frame."""
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def main(empty: str, *fonts: str) -> None:
    """Compile until there is nothing more to compile."""
    _bound_memory()
    import typst

    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*fonts])
    compiler = typst.Compiler(
        root=empty, font_paths=known, ignore_system_fonts=True, package_path=empty, package_cache_path=empty
    )
    while (asked := read_frame(sys.stdin.buffer)) is not None:
        told, pdf = _in_time(compiler, json.loads(asked))
        write_frame(sys.stdout.buffer, json.dumps({**told, "skrifter": known.families()}).encode())
        write_frame(sys.stdout.buffer, pdf)


def _in_time(compiler: Any, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    # The one clock that runs while the compiler does, also when whoever started us is gone.
    faulthandler.dump_traceback_later(asked["sekunder"], exit=True)
    try:
        return _compiled(compiler, asked)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _compiled(compiler: Any, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    import typst

    files = {name: text.encode("latin-1") for name, text in asked["filer"].items()}
    try:
        pdf, warnings = compiler.compile_with_warnings(files, format="pdf", pdf_standards=asked["standarder"])
    except typst.TypstError as error:
        return {"feil": [error.message, error.diagnostic, list(error.hints)]}, b""
    except BaseException:  # a panic in the compiler is no Exception
        return {"stoppet": True}, b""
    return {"advarsler": [[warning.message, warning.diagnostic] for warning in warnings]}, pdf


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: there, the time alone is bounded
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main(*sys.argv[1:])
