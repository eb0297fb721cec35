#!/bin/sh
# Builds the interpreter of a Linux bundle: Python of Debian's source packages, compiled by `zig cc` against an old glibc.
#   build.sh ARCH GLIBC SOURCES WORK TARGET   (x86_64 2.28 | aarch64 2.28; needs the Python `ziglang` on the path as $PYTHON)
# TARGET gets the executable `workstation` and nothing else; the library is copied out of SOURCES by the assembler.
set -eu
arch=$1 glibc=$2 sources=$3 work=$4 target=$5
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work/bin" "$work/prefix/lib" "$work/prefix/include" "$target"
export ZIG_GLOBAL_CACHE_DIR="$work/zig" ZIG_LOCAL_CACHE_DIR="$work/zig"
# No name of this machine's folders may end up in what is built.
map="-ffile-prefix-map=$work=/build -ffile-prefix-map=$sources=/source"
# One word alone is a question to the compiler (-v, -print-prog-name=ld), which zig hands on as it is; clang knows no glibc in a target.
cat > "$work/bin/cc" <<CC
#!/bin/sh
[ \$# -ne 1 ] || exec "$PYTHON" -m ziglang cc -target $arch-linux-gnu "\$@"
exec "$PYTHON" -m ziglang cc -target $arch-linux-gnu.$glibc -g0 -w $map "\$@"
CC
printf '#!/bin/sh\nexec "%s" -m ziglang ar "$@"\n' "$PYTHON" > "$work/bin/ar"
printf '#!/bin/sh\nexec "%s" -m ziglang ranlib "$@"\n' "$PYTHON" > "$work/bin/ranlib"
chmod +x "$work/bin/cc" "$work/bin/ar" "$work/bin/ranlib"
export CC="$work/bin/cc" AR="$work/bin/ar" RANLIB="$work/bin/ranlib"
build=$("${HOSTCC:-cc}" -dumpmachine)
systems="--build=$build --host=$arch-linux-gnu"
prefix="$work/prefix"
# Hidden symbols: the libraries of the desk must keep finding their own zlib and expat, not ours.
flags="-O2 -fPIC -fvisibility=hidden" whole="-flto"

library() { # library NAME FILE...: a static library out of single files
  name=$1; shift
  mkdir -p "$work/$name"
  for file in "$@"; do (cd "$(dirname "$file")" && "$CC" $flags $defines -I. -c "$(basename "$file")" -o "$work/$name/$(basename "$file" .c).o"); done
  rm -f "$prefix/lib/lib$name.a"
  "$AR" rcsD "$prefix/lib/lib$name.a" "$work/$name"/*.o
}

cd "$sources"/zlib
defines="-DHAVE_UNISTD_H -DHAVE_STDARG_H -D_LARGEFILE64_SOURCE=1"
library z "$PWD"/adler32.c "$PWD"/crc32.c "$PWD"/deflate.c "$PWD"/infback.c "$PWD"/inffast.c "$PWD"/inflate.c "$PWD"/inftrees.c \
  "$PWD"/trees.c "$PWD"/zutil.c "$PWD"/compress.c "$PWD"/uncompr.c
cp zlib.h zconf.h "$prefix/include"
cd "$sources"/bzip2
defines="-D_FILE_OFFSET_BITS=64"
library bz2 "$PWD"/blocksort.c "$PWD"/huffman.c "$PWD"/crctable.c "$PWD"/randtable.c "$PWD"/compress.c "$PWD"/decompress.c "$PWD"/bzlib.c
cp bzlib.h "$prefix/include"
cd "$sources"/expat/expat/lib
mkdir -p "$work/expat-config"
printf '#define %s\n' 'BYTEORDER 1234' 'HAVE_GETRANDOM 1' 'XML_NS 1' 'XML_DTD 1' 'XML_GE 1' 'XML_CONTEXT_BYTES 1024' > "$work/expat-config/expat_config.h"
defines="-I$work/expat-config"
library expat "$PWD"/xmlparse.c "$PWD"/xmltok.c "$PWD"/xmlrole.c
cp expat.h expat_external.h "$prefix/include"
mkdir -p "$work/ffi" "$work/xz"
cd "$work/ffi"
CFLAGS="$flags" "$sources"/libffi/configure -q $systems --disable-shared --enable-static --prefix="$prefix" --libdir="$prefix/lib" \
  --disable-docs --disable-multi-os-directory --disable-exec-static-tramp
make -s -j"${JOBS:-2}" install
cd "$work/xz"
gl_cv_cc_visibility=no CFLAGS="$flags" "$sources"/xz-utils/configure -q $systems --disable-shared --enable-static --prefix="$prefix" --libdir="$prefix/lib" \
  --disable-xz --disable-xzdec --disable-lzmadec --disable-lzmainfo --disable-scripts --disable-doc --disable-nls
make -s -j"${JOBS:-2}" install

mkdir -p "$work/python"
# By a path that is the same everywhere: the interpreter keeps the one that its sources were found by (VPATH in getpath.c).
ln -sfn "$sources/python3.11" "$work/source"
cd "$work/python"
cross=""
if [ "$(uname -m)" != "$arch" ]; then
  # Ours takes no module from beside a script; the scripts of the build import each other so.
  cat > "$work/bin/build-python" <<PYTHON
#!/bin/sh
case "\$1" in
*.py) exec "${BUILD_PYTHON:?the interpreter of the same version for this machine}" -c 'import os, runpy, sys
sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(os.path.abspath(sys.argv[0])))
runpy.run_path(sys.argv[0], run_name="__main__")' "\$@" ;;
*) exec "$BUILD_PYTHON" "\$@" ;;
esac
PYTHON
  chmod +x "$work/bin/build-python"
  cross="--with-build-python=$work/bin/build-python"
fi
# What a trial here would answer by the state of this machine: how nice the build is (nice(1) gives 1, but 19 at the end of its
# scale, which counts as broken), and whether /dev/shm is there.
state="ac_cv_broken_nice=no ac_cv_broken_sem_getvalue=no ac_cv_posix_semaphores_enabled=yes"
CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib" CFLAGS="" ac_cv_file__dev_ptmx=yes ac_cv_file__dev_ptc=no ac_cv_buggy_getaddrinfo=no \
  env $state ../source/configure -q $systems $cross --prefix=/concord --disable-shared --without-ensurepip --disable-test-modules \
  --with-system-expat --without-readline
cp "$here/modules.txt" Modules/Setup.local
# Optimized as a whole when the executable is linked: a twentieth of every start. Tried on the machine that it is built on alone.
[ -z "$cross" ] || whole=""
make -s -j"${JOBS:-2}" EXTRA_CFLAGS="$whole" BUILD_DATE='Jan  1 2026' BUILD_TIME=00:00:00 libpython3.11.a
say() { make -s --no-print-directory -f - "$1" <<M
include Makefile
show-libs: ; @echo \$(LINKFORSHARED) libpython3.11.a \$(LIBS) \$(MODLIBS) \$(SYSLIBS)
M
}
# shellcheck disable=SC2046 # one library a word
"$CC" $whole -O2 -I. -I../source/Include "$here/launcher.c" -L"$prefix/lib" -o "$target/workstation" -s $(say show-libs)
