"""The parts that screens are made of: one part, one file, one test."""
