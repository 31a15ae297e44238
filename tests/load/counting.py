"""Counts the queries of a request that asks for it, in a header of the answer. All other requests pass untouched."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponseBase

ASKS, TELLS = "X-Count-Queries", "X-Queries"


class QueryCount:
    """First among the middleware, so that the session and the user are counted too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if ASKS not in request.headers:
            return self.get_response(request)
        queries = 0

        def counted(execute: Callable[..., Any], *args: Any) -> Any:
            nonlocal queries
            queries += 1
            return execute(*args)

        with connection.execute_wrapper(counted):
            response = self.get_response(request)
        response.headers[TELLS] = str(queries)
        return response
