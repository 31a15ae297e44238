"""Routines of a channel: what is prepared, the start, what comes back, hand-over and closing."""

from django.urls import path

from .views import cancelling, closing, correcting, following, handing, laws, questions, runs, signing, starting

app_name = "routines"
urlpatterns = [
    path("kanal/<int:number>/rutiner/", questions.index, name="list"),
    path("kanal/<int:number>/rutiner/hamta/", questions.fetch, name="fetch"),
    path("kanal/<int:number>/rutiner/<slug:key>/", questions.question, name="question"),
    path("kanal/<int:number>/lagar/", laws.show, name="laws"),
    path("kanal/<int:number>/starta/", starting.start, name="start"),
    path("kanal/<int:number>/mal/<int:goal>/uppfoljning/", following.follow_up, name="follow_up"),
    path(
        "kanal/<int:number>/mal/<int:goal>/uppfoljning/<int:measurement>/ratta/",
        correcting.correct,
        name="correct_follow_up",
    ),
    path("kanal/<int:number>/oppna/", runs.open_now, name="open"),
    path("kanal/<int:number>/atgard/<int:run>/", runs.show, name="run"),
    path("kanal/<int:number>/atgard/<int:run>/granska/", runs.check, name="check"),
    path("kanal/<int:number>/atgard/<int:run>/bekrafta/", signing.sign, name="sign"),
    path("kanal/<int:number>/atgard/<int:run>/avbryt/", cancelling.cancel, name="cancel"),
    path("kanal/<int:number>/lamna-over/", handing.begin, name="handover"),
    path("kanal/<int:number>/avveckla/", closing.begin, name="close"),
]
