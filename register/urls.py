"""The register and, on a channel, what is told of it by those who care for it."""

from django.urls import path, re_path

from .views import charts, describing, exporting, naming, overlaps, overview, people, saved

app_name = "register"
urlpatterns = [
    path("register/", overview.show, name="list"),
    re_path(r"^register/export\.(?P<kind>csv|xlsx|json)$", exporting.show, name="export"),
    path("register/diagram/", charts.show, name="charts"),
    path("register/overlapp/", overlaps.show, name="overlaps"),
    path("register/vyer/", saved.show, name="saved_views"),
    path("register/vyer/ny/", saved.save, name="save_view"),
    path("register/vyer/<int:pk>/", saved.change, name="change_view"),
    path("register/vyer/<int:pk>/ta-bort/", saved.remove, name="remove_view"),
    path("kanal/<int:number>/namn/", naming.edit, name="name"),
    path("kanal/<int:number>/namn/kontroll/", naming.check, name="check_name"),
    path("kanal/<int:number>/beskrivning/", describing.edit, name="description"),
    path("kanal/<int:number>/ansvariga/", people.edit, name="people"),
]
