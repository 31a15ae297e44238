"""Addresses of channels: read what people type, find the platform and the account, and compare. Knows no database."""

from .elsewhere import plain_hosts
from .link import AddressError
from .read import PLATFORM_HOSTS, PLATFORM_NAMES, host_of, read_address
from .rule import Address

__all__ = ["PLATFORM_HOSTS", "PLATFORM_NAMES", "Address", "AddressError", "host_of", "plain_hosts", "read_address"]
