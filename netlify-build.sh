#!/usr/bin/env bash
# What Netlify runs: its image may lack the SDK that global.json names, or hold an older one that would be found first. So
# that very version is put into a folder of its own, which Netlify keeps from build to build, and called by its whole path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json | head -1)
dotnet=$(command -v dotnet || true)
if [ -z "$dotnet" ] || ! "$dotnet" --list-sdks | grep -q "^${version//./\\.} "; then
  folder="${NETLIFY_CACHE_DIR:-$PWD/.netlify-cache}/dotnet-$version"
  dotnet="$folder/dotnet"
  if [ ! -x "$dotnet" ]; then
    echo "Installing the .NET SDK $version"
    script=$(mktemp)
    trap 'rm -f -- "$script"' EXIT
    curl --fail --silent --show-error --location --retry 3 --output "$script" https://builds.dotnet.microsoft.com/dotnet/scripts/v1/dotnet-install.sh
    bash "$script" --version "$version" --install-dir "$folder" --no-path
  fi
fi

exec "$dotnet" run --project Explainer.csproj -- --strict --commit "${COMMIT_REF:-}" "$@"
