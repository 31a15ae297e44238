"""The addresses of the author's pages, the manager's and the communications chief's."""

from django.urls import path

from .views import autosave, colleagues, consultation, detail, drafts, goals, review, sections, sending, tasklist

author = (
    [
        path("", drafts.listing, name="list"),
        path("nytt/", drafts.begin, name="new"),
        path("personer/", colleagues.people, name="people"),
        path("andring/<int:number>/", drafts.change, name="change"),
        path("<slug:reference>/", tasklist.show, name="show"),
        path("<slug:reference>/mal/nytt/", goals.new, name="new_goal"),
        path("<slug:reference>/mal/<int:number>/", goals.edit, name="goal"),
        path("<slug:reference>/mal/<int:number>/ta-bort/", goals.remove, name="remove_goal"),
        path("<slug:reference>/medarbetare/", colleagues.listing, name="colleagues"),
        path("<slug:reference>/medarbetare/<int:pk>/ta-bort/", colleagues.remove, name="remove_colleague"),
        path("<slug:reference>/granska/", sending.check, name="check"),
        path("<slug:reference>/skicka/", sending.send, name="send"),
        path("<slug:reference>/skickat/", sending.sent, name="sent"),
        path("<slug:reference>/kommentar/<int:pk>/", sending.tick_off, name="tick_off"),
        path("<slug:reference>/ta-tillbaka/", drafts.recall, name="recall"),
        path("<slug:reference>/aterta/", drafts.withdraw, name="withdraw"),
        path("<slug:reference>/ta-bort/", drafts.delete, name="delete"),
        path("<slug:reference>/historik/", detail.history, name="history"),
        path("<slug:reference>/utskrift/", detail.printed, name="print"),
        path("<slug:reference>/<slug:slug>/", sections.edit, name="section"),
        path("<slug:reference>/<slug:slug>/svar/", autosave.save_answer, name="save_answer"),
    ],
    "proposals",
)
manager = (
    [
        path("", review.queue, name="queue"),
        path("<slug:reference>/", review.decide, name="decide"),
        path("<slug:reference>/granska/", review.check, name="check"),
        path("<slug:reference>/klart/", review.done, name="done"),
    ],
    "review",
)
chief = (
    [
        path("", consultation.queue, name="queue"),
        path("<slug:reference>/", consultation.answer, name="answer"),
        path("<slug:reference>/klart/", consultation.done, name="done"),
    ],
    "consultation",
)
