#!/bin/sh
# Make the lock files anew: names, versions and hashes, for every Python and system that the package supports.
set -eu
bin=.venv/bin
common="--universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet"
# shellcheck disable=SC2086
$bin/uv pip compile $common --extra alerts --extra llm --extra mcp --extra media --extra site --extra tables --group dev --group build pyproject.toml --output-file requirements-dev.lock "$@"
# What users get are the versions that the tests ran with.
# shellcheck disable=SC2086
$bin/uv pip compile $common --extra media --extra site --group build --constraint requirements-dev.lock pyproject.toml --output-file requirements.lock "$@"
# shellcheck disable=SC2086
$bin/uv pip compile $common --extra media --extra site --group bench --group build --constraint requirements-dev.lock pyproject.toml --output-file requirements-bench.lock "$@"
