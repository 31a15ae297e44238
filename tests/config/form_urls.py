"""The site, and a form and a few pages that fail, for tests of what happens to what was typed."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as site
from organisation.typed import take_typed

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


class LetterForm(forms.Form):
    purpose = forms.CharField(widget=forms.Textarea)
    languages = forms.MultipleChoiceField(choices=[("sv", "Svenska"), ("fi", "Finska")])


def letter(request: HttpRequest, number: int = 0) -> HttpResponse:
    """A form that is sent to its own page."""
    form = LetterForm(request.POST if request.method == "POST" else take_typed(request))
    return HttpResponse(form.as_p())


@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """What a button on another page leads to."""
    return HttpResponse("Klart")


@login_not_required
def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied(request.GET.get("reason", ""))


@login_not_required
def break_down(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


urlpatterns = [
    path("prov/brev/", letter),
    path("prov/brev/<int:number>/", letter),
    path("prov/gor/", act),
    path("prov/nekad/", refuse),
    path("prov/trasig/", break_down),
    *site,
]
