"""The Wine lane: Windows Python and its wheels under Wine, for the program's own tests."""
