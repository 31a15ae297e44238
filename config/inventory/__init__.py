"""Förteckning till dokumenthanteringsplanen: the channels of one organisation, and how each is archived."""
