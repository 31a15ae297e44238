"""The list as a file: the channels that the address asks for, in its order and with its columns."""

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from organisation.requests import SignedInRequest
from register.export import TYPES, WRITERS, Sheet
from register.listing.selection import Selection


@require_safe
def show(request: SignedInRequest, kind: str) -> HttpResponseBase:
    """Exactly what the page shows with the same query, all of it. A view that opens by itself is the page's own."""
    asked = Selection(request.GET, request.user)
    return as_file(request, Sheet("kanaler", "Kanalregister", asked.file_headings, asked.rows(), asked.in_all), kind)


def as_file(request: SignedInRequest, sheet: Sheet, kind: str) -> HttpResponseBase:
    """A list to be saved, written while it is sent. Asked for the head alone, no rows are read."""
    told = {"Content-Disposition": content_disposition_header(True, sheet.file_name(kind)) or ""}
    if request.method == "HEAD":
        return HttpResponse(content_type=TYPES[kind], headers=told)
    return StreamingHttpResponse(WRITERS[kind](sheet), content_type=TYPES[kind], headers=told)
