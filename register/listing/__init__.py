"""The list of channels: read from the address, counted, put in order and given a page at a time."""

from .listing import Listing

__all__ = ["Listing"]
