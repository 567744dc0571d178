"""Paper: everything that leaves as PDF or DOCX."""
