"""Jupyter's libraries, loaded without what takes longest."""

import sys


def leave_out_iri_checks() -> None:
    """Let what imports nbformat from here on load in a tenth of the time.

    Through jsonschema it would load rfc3987_syntax, which builds 38 parsers in three seconds, for a check of web
    addresses in any script (IRIs) that no notebook asks for; jsonschema does without where it is not there. Snakemake
    loads nbformat in every run that has a job to do.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
