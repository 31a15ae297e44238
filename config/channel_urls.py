"""The address of a channel's page, which several apps tell about. What is done there has addresses in its own app."""

from django.urls import path, re_path

from . import channel_page

app_name = "channel"
urlpatterns = [
    re_path(r"^kanal/[kK]-?(?P<number>\d{1,9})/$", channel_page.as_spoken),
    path("kanal/<int:number>/", channel_page.show, name="show"),
]
