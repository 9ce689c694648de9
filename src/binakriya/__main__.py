"""`python -m binakriya` is the same as the command `binakriya`."""

from binakriya.website.cli.main import main

if __name__ == "__main__":
    main()
