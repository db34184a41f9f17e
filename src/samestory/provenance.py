"""What a run rests on: checksums, the versions that are locked, and the machine."""

import hashlib
import locale
import os
import platform
import sys
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def checksum(path: Path | str) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    with Path(path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def checksums(paths: Iterable[Path | str], base: Path | str | None = None) -> dict[str, str]:
    """Give the SHA-256 of files by their path below ``base``, or by their name; sorted."""
    named = {(Path(path).relative_to(base).as_posix() if base else Path(path).name): path for path in paths}
    return {name: checksum(named[name]) for name in sorted(named)}


def locked_versions(lock: Path | str) -> dict[str, str]:
    """Read from uv.lock the versions of samestory and of every package it names itself, sorted; never the machine's.

    A package that is locked in two versions, each for its Python, has both: ``2.4.6 or 2.5.5``.
    """
    packages = tomllib.loads(Path(lock).read_text(encoding="utf-8"))["package"]
    versions: dict[str, list[str]] = {}
    for package in packages:
        versions.setdefault(package["name"], []).append(package.get("version", ""))
    own = next(package for package in packages if package["name"] == "samestory")
    wanted = sorted({dependency["name"] for dependency in own["dependencies"]})
    return {"samestory": own["version"], **{name: " or ".join(versions[name]) for name in wanted}}


def environment() -> dict[str, Any]:
    """Say what this machine is, for whoever looks into a difference; it never enters anything that is compared."""
    return {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "libc": " ".join(platform.libc_ver()).strip(),
        "cores": os.cpu_count(),
        "time_zone": list(time.tzname),
        "encoding": [sys.getfilesystemencoding(), locale.getpreferredencoding(False)],
        "locale": locale.setlocale(locale.LC_ALL, None),
        "hash_seed": os.environ.get("PYTHONHASHSEED", "random"),
    }
