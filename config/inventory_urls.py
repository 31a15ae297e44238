"""The addresses of the inventories: all, one organisation's, and that one as a file."""

from django.urls import path, re_path

from .inventory import page

app_name = "inventory"
urlpatterns = [
    path("", page.choose, name="list"),
    path("<int:pk>/", page.show, name="show"),
    re_path(r"^(?P<pk>[0-9]{1,9})\.(?P<kind>csv|xlsx)$", page.export, name="file"),
]
