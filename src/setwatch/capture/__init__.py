"""See DESIGN: capture."""
