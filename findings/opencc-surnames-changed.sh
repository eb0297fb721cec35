#!/bin/sh
# OpenCC writes a person named 范, 于, 余, 游, 岳, 郁 or 朴 with another character than the one that is the surname.
#
# versions:  OpenCC 1.4.2, opencc-python-reimplemented 0.1.7
# expected:  a surname keeps its character where Traditional Chinese has the same one: 范仲淹, 于右任, 余光中, 游錫堃, 岳飛, 郁達夫 and
#            朴正熙 are printed so in Taiwan and Hong Kong, and the dictionary of the converter knows them
# behaviour: only names that stand whole in its list of phrases are spared; before every other given name the surname is taken for
#            the word with its sound, 範 (model), 於 (at), 餘 (remainder), 遊 (to travel), 嶽 (peak), 鬱 (gloom), 樸 (plain), whatever
#            stands before it. Of two people of one surname one is changed and the other is not. Both packages and all configurations
#            agree. The way round it: take names out of a text before it is converted, and put them back.
# output:    the same line by both packages, in the configuration for Taiwan with its vocabulary; then which configurations change 范明
#   | 债务人范明与银行协商 → 債務人範明與銀行協商
#   | 债务人于海与银行协商 → 債務人於海與銀行協商
#   | 债务人余丽与银行协商 → 債務人餘麗與銀行協商
#   | 债务人游伟与银行协商 → 債務人遊偉與銀行協商
#   | 债务人岳强与银行协商 → 債務人嶽強與銀行協商
#   | 债务人郁芳与银行协商 → 債務人鬱芳與銀行協商
#   | 债务人朴军与银行协商 → 債務人樸軍與銀行協商
#   | 债务人范仲淹与银行协商 → 債務人范仲淹與銀行協商
#   | 债务人于右任与银行协商 → 債務人于右任與銀行協商
#   | 范明 is changed by s2t s2tw s2twp s2hk
# day:       2026-12-01
# why:       an application or a letter that is converted for a bank in Taiwan or Hong Kong names another person than the identity
#            paper bound to it, and a search for the debtor under the name on file finds nobody.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
cat >"$work/convert.py" <<'PYTHON'
from opencc import OpenCC

taiwan = OpenCC("s2twp")
for name in ("范明", "于海", "余丽", "游伟", "岳强", "郁芳", "朴军", "范仲淹", "于右任"):
    told = f"债务人{name}与银行协商"
    print(told, "→", taiwan.convert(told))
changing = [one for one in ("s2t", "s2tw", "s2twp", "s2hk") if "范明" not in OpenCC(one).convert("债务人范明")]
print("范明 is changed by", *changing)
PYTHON
check() {
  PYTHONUTF8=1 "$1/bin/python" "$work/convert.py" >"$work/seen"
  sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
}
"${PYTHON:-python3}" -m venv "$work/official"
"$work/official/bin/pip" install -q --no-compile --disable-pip-version-check OpenCC==1.4.2 ||
  { echo "the package cannot be installed here" && exit 77; }
check "$work/official"
"${PYTHON:-python3}" -m venv "$work/other"
"$work/other/bin/pip" install -q --no-compile --disable-pip-version-check opencc-python-reimplemented==0.1.7 ||
  { echo "the package cannot be installed here" && exit 77; }
check "$work/other"
