"""The rules of the practice: nouns without a computer."""
