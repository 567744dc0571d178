"""The house's own rules: what the tools cannot check, checked here."""
