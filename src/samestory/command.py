"""``samestory``: what the command line offers besides the workflow."""

import argparse
import sys
from collections.abc import Sequence

from samestory import new_corpus
from samestory.schema import InputError

# Each has add_parser(subparsers), which sets run(options) -> exit status.
SUBCOMMANDS = (new_corpus,)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the subcommand that the arguments name; a user's mistake ends in one message."""
    parser = argparse.ArgumentParser(prog="samestory", description="One event, many outlets.")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for subcommand in SUBCOMMANDS:
        subcommand.add_parser(subparsers)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        sys.stderr.write(f"samestory: {error}\n")
    except OSError as error:
        sys.stderr.write(f"samestory: {error.filename or 'file'}: {error.strerror or error}\n")
    return 1
