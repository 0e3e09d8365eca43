"""`python -m dashboards` is `zhize`."""

from dashboards.cli import main

if __name__ == "__main__":
    main()
