#!/bin/sh
# cpca makes 四路57号 of 东区中山四路57号 in 中山市: a street that bears the city's name costs the district and half the street.
#
# versions:  cpca 0.5.5
# expected:  transform gives province, city, district and, as its README says, the rest of the address in the column 地址
# behaviour: the column begins behind the last name that was found. In a city without districts (Zhongshan, Dongguan), and where the
#            address leaves the district out, the search goes on into the street; it finds the city once more there, because a
#            city's name without 市 counts as well, and everything up to it is dropped, without a word. With a district that the
#            library knows the search ends there, and the street is whole. Issue 11 of 2018 was about such an address, and the answer
#            given there as right has lost 东莞 of 东莞大道 as well.
# output:    address; province, city and district found; the rest of the address
#   | 广东省中山市东区中山四路57号; 广东省 中山市 -; 四路57号
#   | 广东省东莞市东城街道东莞大道11号; 广东省 东莞市 -; 大道11号
#   | 贵州省贵阳市贵阳大道8号; 贵州省 贵阳市 -; 大道8号
#   | 山东省青岛市青岛路1号; 山东省 青岛市 -; 路1号
#   | 山东省青岛市市南区青岛路1号; 山东省 青岛市 市南区; 青岛路1号
#   | 广东省中山市东区兴中道5号; 广东省 中山市 -; 东区兴中道5号
# day:       2026-11-30
# why:       letters are addressed from these columns: put together again, the address has no street that exists. What the bank sends
#            there counts as sent to the address the debtor gave, and the time for an answer runs.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check cpca==0.5.5 ||
  { echo "the package cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import cpca

addresses = [
    "广东省中山市东区中山四路57号",
    "广东省东莞市东城街道东莞大道11号",
    "贵州省贵阳市贵阳大道8号",
    "山东省青岛市青岛路1号",
    "山东省青岛市市南区青岛路1号",
    "广东省中山市东区兴中道5号",
]
for address, (province, city, district, rest, _) in zip(addresses, cpca.transform(addresses).values.tolist()):
    print(f"{address}; {province} {city} {district if isinstance(district, str) else '-'}; {rest}")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
