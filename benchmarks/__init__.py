"""Benchmarks: `python -m benchmarks.NAME [DIR]` measures Setwatch beside its peers and exits 0 if its bars hold."""
