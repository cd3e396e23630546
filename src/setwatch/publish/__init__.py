"""See DESIGN: publish."""
