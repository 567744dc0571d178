"""What the counselor can do: verbs over the ports."""
