"""``python -m rashomon``: the installed command by another name."""

import sys

from rashomon.cli import main

if __name__ == "__main__":
    sys.exit(main())
