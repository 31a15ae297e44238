"""Somebody leaves: what she holds, who can take over each thing, and how nothing is left without an owner silently."""
