"""The register and, on a channel, what its steward does before it starts."""

from django.urls import path

from .views import overview, preparing

app_name = "register"
urlpatterns = [
    path("register/", overview.show, name="list"),
    path("kanal/<int:number>/namn/", preparing.name, name="name"),
    path("kanal/<int:number>/beskrivning/", preparing.description, name="description"),
    path("kanal/<int:number>/starta/", preparing.start, name="start"),
]
