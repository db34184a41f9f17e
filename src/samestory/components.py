"""Things that are joined two by two, and the groups they form (union-find with path halving, Tarjan 1975)."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", int, str)


class Components(Generic[Item]):
    """Groups of items; each is known by its smallest item, its head."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}

    def __contains__(self, item: Item) -> bool:
        """Whether it is one of the items."""
        return item in self._parent

    def head(self, item: Item) -> Item:
        """Give the smallest item of an item's group.

        Raises:
            KeyError: it is none of the items.
        """
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, a: Item, b: Item) -> None:
        """Make one group of the groups of two items."""
        first, second = self.head(a), self.head(b)
        self._parent[max(first, second)] = min(first, second)

    def groups(self) -> list[list[Item]]:
        """Give the groups, in the order of the items given, which is that of each group's members too."""
        found: dict[Item, list[Item]] = {}
        for item in self._parent:
            found.setdefault(self.head(item), []).append(item)
        return list(found.values())
