"""Which of several packs a case may follow: the one that its accounts suggest, and those that are made for another place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from workstation.policy.pack import Pack


def fitting(known: Mapping[str, Pack], owed: Iterable[tuple[str, str]]) -> str:
    """The id of the pack that (product, currency) pairs of accounts suggest: of their main currency, made for most of them.

    Empty where there is no account, or no pack of the currency. Which pack holds is for a person to say.
    """
    pairs = list(owed)
    currencies = Counter(currency for _, currency in pairs)
    if not currencies:
        return ""
    main = currencies.most_common(1)[0][0]
    mine = [pack for pack in known.values() if pack.currency == main]
    best = max(mine, key=lambda pack: sum(product in pack.products for product, _ in pairs), default=None)
    return best.id if best else ""


def made_for_none(pack: Pack, known: Mapping[str, Pack], currencies: Iterable[str]) -> bool:
    """Whether nothing of what is owed is in the currency of a pack, while other packs are made for one of these currencies.

    A card in a currency that no pack has (dollars at a bank of the mainland) may follow any of them.
    """
    owed = set(currencies)
    return bool(owed) and pack.currency not in owed and any(one.currency in owed for one in known.values())
