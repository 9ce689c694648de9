"""The command `binakriya`, also as `python -m binakriya`."""


def main() -> None:
    """Runs the command line."""
    # the processes that a batch starts import this module again, and need no web and no database: seconds each
    from binakriya.website.cli.main import main as command_line  # noqa: PLC0415

    command_line()


if __name__ == "__main__":
    main()
