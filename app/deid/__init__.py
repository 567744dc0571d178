"""De-identification of case records: finds what could tell who a client is, and replaces it."""
