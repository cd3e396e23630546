#!/bin/sh
# install.sh [FOLDER]: install Setwatch and all that it needs, locked versions, into a virtual environment of its own
# (/opt/setwatch where no FOLDER is given). Run it from the checkout; run it again to upgrade.
set -eu
cd "$(dirname "$0")/.."
prefix=${1:-/opt/setwatch}

[ -x "$prefix/bin/python" ] || "${PYTHON:-python3}" -m venv "$prefix"
pip() { "$prefix/bin/python" -m pip --disable-pip-version-check -qq --no-cache-dir "$@"; }
echo "Installing $(grep -c == requirements.lock) packages into $prefix; this takes minutes, the first time."
pip install --require-hashes -r requirements.lock
pip install --no-deps --no-build-isolation --force-reinstall .
"$prefix/bin/setwatch" --version
