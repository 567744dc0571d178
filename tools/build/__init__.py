"""Makes the program that needs no Python: the folder, the package, and what goes with them."""
