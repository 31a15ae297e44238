"""The register and, on a channel, what is told of it by those who care for it."""

from django.urls import path

from .views import describing, naming, overview, people

app_name = "register"
urlpatterns = [
    path("register/", overview.show, name="list"),
    path("kanal/<int:number>/namn/", naming.edit, name="name"),
    path("kanal/<int:number>/namn/kontroll/", naming.check, name="check_name"),
    path("kanal/<int:number>/beskrivning/", describing.edit, name="description"),
    path("kanal/<int:number>/ansvariga/", people.edit, name="people"),
]
