"""The command line: what helps to write a codebook and to code by hand. The workflow itself is run by Snakemake."""

import argparse
import sys
from collections.abc import Sequence

from samestory.commands import adjudicate, codebook, coding_sheet
from samestory.schema import InputError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0, or 1 where the input cannot be used; the message says what to do.
    """
    parser = argparse.ArgumentParser(prog="samestory", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for module in (codebook, coding_sheet, adjudicate):
        module.add(commands)
    options = parser.parse_args(arguments)
    try:
        print(options.run(options))
    except InputError as error:
        print(f"samestory: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except OSError as error:
        print(f"samestory: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
