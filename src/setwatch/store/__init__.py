"""See DESIGN: store."""
