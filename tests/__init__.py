"""Everything the tests need and are; laid out as the apps are."""
