"""Xinxia: encrypted case records for independent counselors."""
