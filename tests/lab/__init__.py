"""The reliability laboratory: what the program promises is tried until it would break."""
