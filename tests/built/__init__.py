"""Checks of the built program, from outside: `python -m tests.built`."""
