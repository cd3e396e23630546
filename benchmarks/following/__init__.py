"""Following a simulated world; see `__main__.py`."""
