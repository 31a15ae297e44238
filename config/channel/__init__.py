"""A channel's page, which several apps tell about: overview, goals, history. What is done has pages in other apps."""
