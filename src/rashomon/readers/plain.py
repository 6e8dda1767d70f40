"""Plain text as people paste it: the text is the decoded file, the rest is read off it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from rashomon.errors import EmptyInput, InputError, TooLarge, UnknownKind
from rashomon.model import Article, Policy, Provenance
from rashomon.readers.decode import decode
from rashomon.readers.facts import fields_in
from rashomon.readers.kinds import HEAD_BYTES, seems_binary
from rashomon.readers.label import label
from rashomon.readers.tongue import language_of

__all__ = ["PlainReader", "article_of_text", "read_whole"]

_PAIRS = (("“", "”"), ("«", "»"))


class PlainReader:
    """Reads any text that is of no other kind."""

    kind = "plain"

    def accepts(self, head: bytes) -> bool:
        """Whether the bytes can be text: all that seem not binary."""
        return not seems_binary(head, Policy())

    def read(self, stream: BinaryIO, *, name: str, policy: Policy) -> Iterator[Article | InputError]:
        """The one article of the stream, or the fault that keeps it from being one."""
        data = read_whole(stream, name, policy)
        if isinstance(data, InputError):
            yield data
            return
        if seems_binary(data[:HEAD_BYTES], policy):
            yield UnknownKind(name, "is not text", advice="give plain text, HTML or JSON Lines of articles")
            return
        decoded = decode(data, policy)
        if not decoded.text.strip():
            yield EmptyInput(
                name,
                "is empty" if not data else "holds nothing but blanks",
                advice="paste the report into it",
            )
            return
        yield article_of_text(decoded.text, name=name, policy=policy, warnings=decoded.warnings)


def read_whole(stream: BinaryIO, name: str, policy: Policy) -> bytes | InputError:
    """All bytes of the stream, or the fault that it holds too many."""
    data = stream.read(policy.max_input_bytes + 1)
    if len(data) > policy.max_input_bytes:
        return TooLarge(
            name,
            f"is over the limit of {policy.max_input_bytes:,} bytes",
            advice="split it, or raise the limit with --max-bytes",
        )
    return data


def article_of_text(text: str, *, name: str, policy: Policy, warnings: tuple[str, ...] = ()) -> Article:
    """The article that a decoded text makes: labelled, its fields read off it."""
    blocks = label(text, policy)
    fields = fields_in(text, blocks)
    language = language_of(text, policy)
    raw = text.strip()[:40]
    return Article(
        input=name,
        text=text,
        blocks=blocks,
        publisher=fields.publisher,
        headline=fields.headline,
        byline=fields.byline,
        published=fields.published,
        language=language,
        warnings=(*warnings, *_unbalanced(text, policy)),
        provenance=(*fields.provenance, Provenance(field="language", origin="detected", raw=raw)),
    )


def _unbalanced(text: str, policy: Policy) -> tuple[str, ...]:
    """A warning where opening marks outnumber closing ones (or the reverse) beyond what speech explains."""
    for opening, closing in _PAIRS:
        odd = text.count(opening) - text.count(closing)
        if abs(odd) >= policy.read_unbalanced_marks:
            missing = "closed" if odd > 0 else "opened"
            return (f"{abs(odd):,} quotation marks are never {missing}",)
    return ()
