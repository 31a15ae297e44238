"""The pages of saved views: all that one may open, saving one, changing and removing one's own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from organisation.models import User
from organisation.paging import page_asked
from organisation.requests import SignedInRequest
from register import services
from register.forms import ViewForm
from register.listing import Listing
from register.listing.kept import address_of, kept
from register.listing.saved import shared_with, visible
from register.listing.words import in_words
from register.models import SavedView
from register.policies import why_not_change_view
from register.services.viewing import why_not_save

from .finding import typed

PER_PAGE = 50  # shared views


@require_safe
def show(request: SignedInRequest) -> HttpResponse:
    """Sparade vyer: her own, and those that others share where she works."""
    return _all(request)


def _all(request: SignedInRequest, refusal: str = "") -> HttpResponse:
    """The page of all views; above them why one of them is not changed, when it is not."""
    rows = SavedView.objects.select_related("organisation", "owner")
    mine = list(rows.filter(owner=request.user).order_by("-opens", "sort_name"))
    page = page_asked(rows.filter(shared_with(request.user)), PER_PAGE, request.GET)
    told = in_words([view.query for view in [*mine, *page]], request.user)
    shown = list(zip([*mine, *page], told, strict=True))
    context = {"mine": shown[: len(mine)], "shared": shown[len(mine) :], "page": page, "refusal": refusal}
    return render(request, "register/saved.html", context, status=403 if refusal else 200)


@require_http_methods(["GET", "POST"])
def save(request: SignedInRequest) -> HttpResponse:
    """Spara vyn. What the list shows is in the address of the page, as it is in that of the list."""
    query = kept(request.GET)
    form = ViewForm(typed(request), by=request.user, query=query)
    refusal = why_not_save(query) or _not_understood(query, request.user)
    if request.method == "POST" and not refusal and form.is_valid():
        try:
            view = services.save_view(by=request.user, query=query, **form.said())
        except services.ViewNameTaken as taken:
            form.add_error("name", str(taken))
        except ValueError as full:
            form.add_error(None, str(full))
        else:
            messages.success(request, f"Vyn ”{view}” är sparad. {_seen_by(view)}".strip())
            return redirect(address_of(view.query))
    context = {"form": form, "refusal": refusal, "list": address_of(query), "query": query}
    context["told"] = in_words([query], request.user)[0] if query else []
    return render(request, "register/save_view.html", context)


@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name, who sees it, and whether it opens the register. What it shows is saved anew from the list."""
    view = _found(request, pk)
    if refusal := why_not_change_view(request.user, view):
        return _all(request, refusal)
    form = ViewForm(typed(request), by=request.user, view=view)
    if request.method == "POST" and form.is_valid():
        try:
            changed = services.change_view(view, by=request.user, **form.said())
        except services.ViewNameTaken as taken:
            form.add_error("name", str(taken))
        except SavedView.DoesNotExist as gone:
            raise Http404 from gone
        else:
            messages.success(request, f"Vyn ”{changed}” är ändrad. {_seen_by(changed)}".strip())
            return redirect("register:saved_views")
    told = in_words([view.query], request.user)[0]
    return render(
        request, "register/save_view.html", {"form": form, "view": view, "list": address_of(view.query), "told": told}
    )


@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ta bort vyn? Asked first; the same click twice is no fault."""
    if request.method == "POST" and not SavedView.objects.filter(pk=pk).exists():
        return redirect("register:saved_views")
    view = _found(request, pk)
    if refusal := why_not_change_view(request.user, view):
        return _all(request, refusal)
    if request.method == "POST":
        services.remove_view(view, by=request.user)
        messages.success(request, f"Vyn ”{view}” är borttagen.")
        return redirect("register:saved_views")
    return render(request, "register/remove_view.html", {"view": view})


def _found(request: SignedInRequest, pk: int) -> SavedView:
    """The view, for those who may open it; for others there is none."""
    rows: Any = SavedView.objects.select_related("organisation", "owner")
    return get_object_or_404(rows.filter(visible(request.user)), pk=pk)


def _seen_by(view: SavedView) -> str:
    return f"Alla i {view.organisation} kan se den." if view.organisation else ""


def _not_understood(query: str, user: User) -> str:
    """What a list is asked for in vain, in Swedish: a view of that would show something else than it says."""
    unknown = Listing(QueryDict(query), user).unknown
    return " ".join([*unknown, "Ta bort det från listan innan du sparar den som en vy."]) if unknown else ""
