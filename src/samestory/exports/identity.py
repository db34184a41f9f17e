"""Identifiers that follow from content alone: the same on every run and every machine."""

import base64
import uuid

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "samestory")


def guid(*parts: str) -> str:
    """Give the version 5 UUID (RFC 9562) of what the parts name."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(parts).encode("utf-8", "replace").decode("utf-8")))


def named_information(sha256: str) -> str:
    """Give the ``ni:`` address (RFC 6920) of the content with this hexadecimal SHA-256."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode('ascii').rstrip('=')}"
