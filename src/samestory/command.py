"""The command line: what helps to bring a corpus, write a codebook, code by hand and check one's copies.

The workflow itself is run by Snakemake.
"""

import argparse
import sys
from collections.abc import Sequence

from samestory.commands import adjudicate, check_texts, codebook, coding_sheet, new
from samestory.schema import InputError

# Each has add_parser(subparsers), which sets run(options) -> exit status.
COMMANDS = (new, codebook, coding_sheet, adjudicate, check_texts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what cannot be used ends in one message.

    Returns:
        Its exit status; 1 where the input cannot be used.
    """
    parser = argparse.ArgumentParser(prog="samestory", description=__doc__)
    subparsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(subparsers)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(f"samestory: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except OSError as error:
        print(f"samestory: {error.filename or 'file'}: {error.strerror or error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
