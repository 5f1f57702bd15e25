#!/usr/bin/env bash
# Rebuilds every font in this folder from two npm packages.
# Needs: npm, tar, and Python 3 with fontTools and brotli
# (Debian: python3-fonttools, python3-brotli).
# Set PYTHON if that is not your default python3.
set -euo pipefail

python=${PYTHON:-python3}
serif='@fontsource-variable/source-serif-4@5.3.1'
sans='@fontsource-variable/libre-franklin@5.3.0'

# One fixed date goes into every font, so that equal inputs give equal bytes.
export SOURCE_DATE_EPOCH=1735689600 # 2025-01-01 UTC

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf -- "$tmp"' EXIT

"$python" -c 'import fontTools, brotli' || {
  echo 'Python needs fontTools and brotli; set PYTHON to one that has them.' >&2
  exit 1
}

# unpack PACKAGE FOLDER
unpack() {
  mkdir -p "$tmp/$2"
  tar -xzf "$tmp/$(cd "$tmp" && npm pack --silent "$1")" -C "$tmp/$2" --strip-components=1
}
unpack "$serif" source-serif-4
unpack "$sans" libre-franklin

cp "$tmp/source-serif-4/LICENSE" "$here/OFL-source-serif-4.txt"
cp "$tmp/libre-franklin/LICENSE" "$here/OFL-libre-franklin.txt"
chmod 644 "$here"/OFL-*.txt
"$python" "$here/build-fonts.py" "$tmp" "$here"
