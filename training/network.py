"""The network: an encoder that is told where quotation marks open and close, and a score for each tag.

Of each word the first piece speaks.  The quote features begin at zero, so that
training begins with the encoder as it came.

Dropout is locked (Gal and Ghahramani 2016: one mask for all pieces of a window)
and none is in the attention: on two cores torch's own dropout and the slower
path that attention takes with dropout made a step three to five times as long
(1.75 s instead of 0.64 s for 16 windows of 256 with MiniLM, 4.8 s instead of
2.5 s with MPNet).  Attention is spelt out, since torch's fused one was the
slower of the two backwards on a processor and MPNet's own normalises in 32-bit
floats; the numbers are the same.
"""

from __future__ import annotations

from pathlib import Path
from types import MethodType

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface, AutoConfig, AutoModel
from transformers.masking_utils import sdpa_mask
from transformers.models.mpnet.modeling_mpnet import MPNetSelfAttention

from rashomon.inference.words import Quote
from training.chain import NEVER, Crf
from training.tags import TAGS

__all__ = ["LockedDropout", "Network", "device"]


def device() -> torch.device:
    """The graphics processor if there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, **_: object
) -> tuple[Tensor, None]:
    """Of [window, head, piece, feature], for BERT."""
    return _attended(query, key, value, mask), None


def _attended(query: Tensor, key: Tensor, value: Tensor, *biases: Tensor | None) -> Tensor:
    """Scaled dot products of [window, head, piece, feature], all in the precision they come in.

    What is added to the products before they are normalised is a number, or true where one may look.
    """
    with torch.autocast(query.device.type, enabled=False):
        found = torch.matmul(query, key.transpose(2, 3)) * query.shape[-1] ** -0.5
        for bias in biases:
            if bias is not None:
                added = torch.where(bias, 0.0, NEVER) if bias.dtype == torch.bool else bias
                found = found + added.to(found.dtype)
        return torch.matmul(torch.softmax(found, -1), value).transpose(1, 2).contiguous()


def _mpnet(
    self: MPNetSelfAttention,
    hidden_states: Tensor,
    attention_mask: Tensor | None,
    position_bias: Tensor,
    **_: object,
) -> tuple[Tensor]:
    """What MPNet's attention does without dropout."""
    shape = (*hidden_states.shape[:2], self.num_attention_heads, self.attention_head_size)
    parts = (part(hidden_states).view(shape).transpose(1, 2) for part in (self.q, self.k, self.v))
    return (self.o(_attended(*parts, position_bias, attention_mask).flatten(2)),)


AttentionInterface.register(ATTENTION := "spelt_out", _attention)
AttentionMaskInterface.register(ATTENTION, sdpa_mask)  # without it transformers gives no mask at all


class LockedDropout(nn.Module):
    """Drops the same features of all pieces of a window."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.p = share  # the name torch gives it, which attention asks for

    def forward(self, x: Tensor) -> Tensor:
        """`x` [window, piece, feature], in training with some features set to 0 and the others raised."""
        if not self.training or not self.p:
            return x
        kept = 1 - self.p
        return x * (x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(kept) / kept)


class Network(nn.Module):
    """Scores the tags of words.  The names of its parts are those of the checkpoints that were published.

    Args:
        backbone: the folder with the encoder's ``config.json`` and ``model.safetensors``.
        dropout: share of features dropped before the last layer.

    Raises:
        ValueError: if the file lacks weights that the encoder has.
    """

    def __init__(self, backbone: Path, *, dropout: float = 0.1) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(str(backbone))
        config.attention_probs_dropout_prob = 0.0
        self.layers: int = config.num_hidden_layers
        self.bert = AutoModel.from_config(config, add_pooling_layer=False)
        if config.model_type == "bert":
            self.bert.set_attn_implementation(ATTENTION)
        for module in self.bert.modules():
            if isinstance(module, MPNetSelfAttention):
                module.forward = MethodType(_mpnet, module)
        found = self.bert.load_state_dict(load_file(str(backbone / "model.safetensors")), strict=False)
        if found.missing_keys:
            raise ValueError(f"{backbone} lacks {', '.join(found.missing_keys)}")
        _lock(self.bert)
        self.q = nn.Embedding(Quote.BREAK + 1, config.hidden_size)
        nn.init.zeros_(self.q.weight)
        self.drop = LockedDropout(dropout)
        self.out = nn.Linear(config.hidden_size, len(TAGS))
        self.crf = Crf()

    def forward(self, pieces: Tensor, quotes: Tensor, seen: Tensor, firsts: Tensor) -> Tensor:
        """The scores [window, word, tag] of the words whose first pieces are at `firsts`."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.q(quotes)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=seen).last_hidden_state
        of_words = hidden.gather(1, firsts.unsqueeze(2).expand(-1, -1, hidden.shape[2]))
        return self.out(self.drop(of_words))


def _lock(module: nn.Module) -> None:
    for name, child in list(module.named_children()):
        if isinstance(child, nn.Dropout):
            setattr(module, name, LockedDropout(child.p))
        else:
            _lock(child)
