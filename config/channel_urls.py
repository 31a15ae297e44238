"""The address of a channel's page, which several apps tell about. What is done there has addresses in its own app."""

from django.urls import path, re_path

from .channel import changing, goals, history, overview

app_name = "channel"
urlpatterns = [
    re_path(r"^kanal/[kK]-?(?P<number>\d{1,9})/$", overview.as_spoken),
    path("kanal/<int:number>/", overview.show, name="show"),
    path("kanal/<int:number>/mal/", goals.show, name="goals"),
    path("kanal/<int:number>/historik/", history.show, name="history"),
    path("kanal/<int:number>/andra/", changing.edit, name="change"),
]
