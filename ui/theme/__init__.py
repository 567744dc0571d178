"""Colours by role, measures, fonts and icons: everything that decides how a part looks."""
