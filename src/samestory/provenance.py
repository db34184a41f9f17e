"""What a run rests on: checksums, the versions that are locked, and the machine."""

import contextlib
import hashlib
import locale
import os
import platform
import re
import sys
import time
import tomllib
from collections.abc import Iterable
from importlib import metadata
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

    A package that is locked in two versions has both, each with its Python: ``2.4.6 (Python < 3.12) or 2.5.5 (Python >=
    3.12)``. Results are the same with either, so they name no one of them; ``environment`` does.
    """
    packages = tomllib.loads(Path(lock).read_text(encoding="utf-8"))["package"]
    versions: dict[str, list[str]] = {}
    for package in packages:
        versions.setdefault(package["name"], []).append(package.get("version", ""))
    own = next(package for package in packages if package["name"] == "samestory")
    needed: dict[str, list[str]] = {}
    for dependency in own["dependencies"]:
        name = dependency["name"]
        found = [dependency["version"]] if "version" in dependency else versions[name]
        needed.setdefault(name, []).extend(version + _for_python(dependency.get("marker", "")) for version in found)
    return {"samestory": own["version"], **{name: " or ".join(needed[name]) for name in sorted(needed)}}


def _for_python(marker: str) -> str:
    """Say which Python a dependency is for: ``python_full_version < '3.12'`` is `` (Python < 3.12)``."""
    match = re.fullmatch(r"python_(?:full_)?version (\S+) '([\d.]+)'", marker)
    return f" (Python {match[1]} {match[2]})" if match else ""


def _installed() -> dict[str, str]:
    """Give the versions of the packages that samestory names itself, as they are installed here; sorted."""
    names = {re.split(r"[^\w.-]", requirement)[0] for requirement in metadata.requires("samestory") or ()}
    installed = {}
    for name in sorted(names):
        with contextlib.suppress(metadata.PackageNotFoundError):
            installed[name] = metadata.version(name)
    return installed


def environment() -> dict[str, Any]:
    """Say what this machine is, for whoever looks into a difference; it never enters anything that is compared."""
    return {
        "python": platform.python_version(),
        "packages": _installed(),
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
