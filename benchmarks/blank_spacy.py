"""A spaCy pipeline of the shape of ``en_core_web_sm`` (3.8), with random weights.

Widths, depths, tables and components as in that package's ``config.cfg``: one
tok2vec for tagger and parser, one of its own for the entities.  The lemmatizer
is left out, as its tables are a package of their own; that favours spaCy.
"""

from __future__ import annotations

from typing import Any

import spacy
from spacy.training import Example

__all__ = ["pipeline"]

ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
SHARED = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500, "SPACY": 50, "IS_SPACE": 50}
ENTITIES = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
LABELS = {"tags": 50, "relations": 45, "entities": 18}  # as many as the package has


def pipeline() -> Any:
    """The pipeline, ready to run."""
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(SHARED)})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener)})
    nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec(ENTITIES))})
    nlp.initialize(lambda: _examples(nlp))
    return nlp


def _tok2vec(tables: dict[str, int]) -> dict[str, Any]:
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": list(tables),
        "rows": list(tables.values()),
        "include_static_vectors": False,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": ENCODE}


def _transitions(kind: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def _examples(nlp: Any) -> list[Example]:
    """Sentences that name every label once."""
    out = []
    for number in range(max(LABELS.values())):
        doc = nlp.make_doc("Ada sails on Monday")
        kinds = {kind: number % count for kind, count in LABELS.items()}
        gold = {
            "tags": [f"T{kinds['tags']}"] * 4,
            "heads": [1, 1, 1, 2],
            "deps": ["nsubj", "ROOT", f"R{kinds['relations']}", "pobj"],
            "entities": [(0, 3, f"E{kinds['entities']}")],
        }
        out.append(Example.from_dict(doc, gold))
    return out
