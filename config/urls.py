"""The site map."""

from django.contrib import admin
from django.urls import include, path

from proposals import urls as proposals

from . import guide, information, pages
from .leaving import page as leaving
from .succession import page as succession

urlpatterns = [
    path("", pages.start, name="start"),
    path(
        "guide/",
        include(([path("", guide.index, name="index"), path("<slug:slug>/", guide.step, name="step")], "guide")),
    ),
    path("forslag/", include(proposals.author)),
    path("beslut/", include(proposals.manager)),
    path("avstamning/", include(proposals.chief)),
    path("register/forteckning/", include("config.inventory_urls")),
    path("", include("register.urls")),
    path("", include("routines.urls")),
    path("", include("config.channel_urls")),
    path("hjalp/", information.help_and_contact, name="help"),
    path("tillganglighet/", information.accessibility, name="accessibility"),
    path("personuppgifter/", information.personal_data, name="personal_data"),
    path("konto/", include("organisation.urls")),
    path("admin/organisation/user/<int:pk>/avsluta/", leaving.show, name="leave"),
    path("admin/organisation/organisation/<int:pk>/upphor/", succession.show, name="succeed"),
    path("admin/", admin.site.urls),
]
handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
