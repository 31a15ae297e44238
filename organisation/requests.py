"""The request of a page that asks for sign-in: its user is one of ours. For type annotations."""

from django.http import HttpRequest

from .models import User


class SignedInRequest(HttpRequest):
    """What the views behind SignedInMiddleware are given."""

    user: User
