"""Through whom the words came: the graph from speakers by way of carriers to reports."""

from rashomon.transmission.transmit import transmit

__all__ = ["transmit"]
