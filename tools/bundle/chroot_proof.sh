#!/bin/sh
# Within a bare system without a network: installs package and archive, works the sample case, opens the window, takes the package away.
#   chroot_proof.sh DEB ARCHIVE OUT     (root; Xvfb, xwininfo and ibus are there; run by `python -m tools.bundle.proof`)
set -eu
package=$1 archive=$2 out=$3
export HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin
unset PYTHONPATH PYTHONHOME DISPLAY || true
say() { echo "proof: $*"; }
for tool in pip pip3 gcc cc make; do ! command -v $tool >/dev/null || { say "$tool is here: no bare system"; exit 1; }; done
! [ -e /sys/class/net/eth0 ] || { say "there is a network"; exit 1; }
ldd --version | head -1
dpkg -i "$package" >/dev/null
say "package installed: $(du -sm /usr/lib/concord | cut -f1) MB"
(cd /usr/lib/concord && sha256sum --quiet -c SHA256SUMS)
for file in share/applications/concord.desktop share/mime/packages/concord.xml share/icons/hicolor/scalable/apps/concord.svg; do [ -f /usr/$file ]; done
desktop-file-validate /usr/share/applications/concord.desktop
touch /tmp/x.concord
grep -q 'application/x-concord' /usr/share/mime/globs2
say "menu entry and file type are known"
place="/srv/某 文件夹 with blanks"
mkdir -p "$place"
tar -C "$place" -xzf "$archive"
program=$(echo "$place"/concord-*/workstation)
workstation demo "$out/package" >/dev/null
"$program" demo "$out/archive" >/dev/null
say "sample case worked by both"
later="$place/concord-99.0.0-linux-x86_64"
cp -a "$(dirname "$program")" "$later"
echo 99.0.0 > "$later/VERSION"
asked() { "$program" program list --json | tr -d ' \n' | sed 's/.*"starts_next":"\([^"]*\)".*"versions":\[{"version":"\([^"]*\)".*/\1 \2/'; }
printf 'concord-99.0.0-linux-x86_64\n%s\n' "$(basename "$(dirname "$program")")" > "$place/concord-in-use"
[ "$(asked)" = "99.0.0 99.0.0" ] || { say "the version in use is not known: $(asked)"; exit 1; }
rm "$later/app/ui/__main__.py" "$later"/app/ui/__pycache__/__main__.*
! "$program" program list >/dev/null 2>&1 || { say "the version in use was not run"; exit 1; }
"$program" program back >/dev/null
"$program" program list >/dev/null || { say "one step back did not help"; exit 1; }
rm -r "$later" "$place/concord-in-use"
say "a later version is run, one step goes back"
mkdir -p /tmp/proof-x
rm -f /tmp/.X77-lock /tmp/.X11-unix/X77  # of a proof that was ended: its number may be somebody else's now
Xvfb :77 -screen 0 1366x768x24 -fbdir /tmp/proof-x >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
sleep 2
DISPLAY=:77 QT_IM_MODULE=ibus QT_DEBUG_PLUGINS=1 workstation >/tmp/proof-window.log 2>&1 &
window=$!
seen=""
for _ in $(seq 60); do
  if DISPLAY=:77 xwininfo -root -tree 2>/dev/null | grep -q '"Concord\|Concord"\|Concord 协商'; then seen=yes; break; fi
  sleep 1
done
DISPLAY=:77 xwininfo -root -tree | grep -i concord | head -3
sleep 4
cp /tmp/proof-x/Xvfb_screen0 "$out/window.xwd"
kill $window
[ "$seen" = yes ] || { say "no window came"; tail -30 /tmp/proof-window.log; exit 1; }
say "window is there"
grep -q 'libibusplatforminputcontextplugin.so" loaded library' /tmp/proof-window.log || { say "ibus plug-in did not load"; grep -i ibus /tmp/proof-window.log | tail; exit 1; }
say "ibus plug-in loaded"
dpkg -r concord >/dev/null
[ ! -e /usr/bin/workstation ] && [ ! -e /usr/lib/concord ]
[ -f "$out/package/desk/desk.json" ] || { say "the desk is gone"; exit 1; }
say "package removed, desk left"
