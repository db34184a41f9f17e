"""The command line: ``samestory check-texts …``, a module per subcommand."""

import argparse
import sys
from collections.abc import Sequence

from samestory import check_texts
from samestory.schema import InputError

# Each has add_parser(subparsers), which sets its run(options) -> int as the default of ``run``.
SUBCOMMANDS = (check_texts,)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand and give its exit status; a mistake of the user's is told in one line."""
    parser = argparse.ArgumentParser(prog="samestory", description="One event, many outlets.")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for subcommand in SUBCOMMANDS:
        subcommand.add_parser(subparsers)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(f"samestory: {error}", file=sys.stderr)
        return 2
