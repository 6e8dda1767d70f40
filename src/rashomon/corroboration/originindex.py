"""What a dossier tells of ways, copies and credits, gathered once for all its claims."""

from __future__ import annotations

from rashomon.corroboration.origincopies import Copying
from rashomon.corroboration.origincredits import Credits
from rashomon.corroboration.originnodes import Nodes
from rashomon.corroboration.originroles import Roles
from rashomon.model import Dossier

__all__ = ["OriginIndex"]


class OriginIndex:
    """Made once for a dossier with its statements, figures, transmission and copies.

    Attributes:
        names: what the keys of nodes are called.
        order: the place of each report (id) in the dossier.
        published: when each came out, empty where nothing tells.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.nodes = Nodes(dossier)
        self.copying = Copying(dossier)
        self.roles = Roles(dossier, self.nodes)
        self.credits = Credits(dossier, self.nodes)
        self.order = {article.id: at for at, article in enumerate(dossier.articles)}
        self.names = {place.key: label for place, label in self.nodes.labels.items() if label}
        self.published = {article.id: article.published or "" for article in dossier.articles}
