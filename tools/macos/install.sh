#!/bin/sh
# Concord on a Mac (12 or later) for one user, without an administrator and without a network. No Mac has run this yet.
#   install.sh fetch   on a Mac with a network: the wheels of the lock, by their hashes, into wheels/ of this tree
#   install.sh         on the desk, from the tree with its wheels/: program and environment below ~/Library, a launcher in ~/Applications
set -eu
tree=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3.13}
home="$HOME/Library/Application Support/Concord program"
launcher="$HOME/Applications/Concord.command"
if [ "${1:-}" = fetch ]; then
  exec "$python" -m pip download -q --require-hashes --only-binary :all: -r "$tree/requirements.lock" -d "$tree/wheels"
fi
[ -d "$tree/wheels" ] || { echo "There are no wheels in $tree/wheels: run \"$0 fetch\" on a Mac with a network first." >&2; exit 1; }
rm -rf "$home"
mkdir -p "$home" "$(dirname "$launcher")"
cp -R "$tree/workstation" "$tree/ui" "$tree/resources" "$home"
"$python" -m venv "$home/venv"
"$home/venv/bin/python" -m pip install -q --no-index --find-links "$tree/wheels" --require-hashes -r "$tree/requirements.lock"
for source in "$home"/resources/translations/*.ts; do
  "$home/venv/bin/pyside6-lrelease" -silent "$source" -qm "${source%.ts}.qm"
done
printf '#!/bin/sh\ncd "%s" && exec venv/bin/python -m ui "$@"\n' "$home" > "$launcher"
chmod +x "$launcher"
echo "Concord starts from $launcher. Desks are not touched; to remove the program, delete that file and $home."
