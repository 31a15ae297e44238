"""The product's addresses, and beside them what is only there to be measured: the floor, and a door to a change."""

from django.contrib import admin
from django.urls import include, path

from register.models import Channel

from . import doors

admin.site._registry[Channel].list_per_page = doors.ROWS  # type: ignore[misc]  # as many rows as our own list has

urlpatterns = [
    path("load/floor/", doors.floor),
    path("load/framed/", doors.framed),
    path("load/change/<int:number>/", doors.change),
    path("", include("config.urls")),
]
handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
