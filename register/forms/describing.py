"""The form of a channel description: the text, where the rules stand, and where each demanded point is told."""

from typing import Any

from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.conf import settings
from django.core.validators import URLValidator

from organisation.forms import LimitedTextField
from register.description import POINTS, WHERE, Preview, Verdict, coverage, judge, most_generous, previews
from register.description.points import BY_KEY, NOT_YET
from register.models import Channel
from register.version import DESCRIBING

from .standing import ChannelForm

LONGEST = 5000  # characters, where the platform has no limit of its own
HTTPS = "Ange en webbadress som börjar med https://"


def _where(key: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=BY_KEY[key].label, choices=WHERE, widget=forms.RadioSelect, required=False)


class DescriptionForm(ChannelForm):
    """The text of the profile, held against the limits of the platform; and the purpose and the five points."""

    facts = DESCRIBING
    text = LimitedTextField(
        LONGEST,
        rows=7,
        label="Text i profilen",
        help_text="Kort text som säger vem som står bakom och varför kontot finns",
        error_messages={"required": "Skriv texten som ska stå i profilen"},
    )
    link = forms.URLField(
        label="Länk till mer information",
        max_length=300,
        help_text="Sida där reglerna för kanalen står",
        assume_scheme="https",
        error_messages={"required": HTTPS, "invalid": HTTPS},
    )
    point_purpose = _where("purpose")
    point_comments_use = _where("comments_use")
    point_removed = _where("removed")
    point_report = _where("report")
    point_records = _where("records")
    point_personal_data = _where("personal_data")

    def __init__(self, *args: Any, channel: Channel, initial: dict[str, Any] | None = None, **kwargs: Any) -> None:
        said = {"text": channel.description, "link": channel.description_link or settings.RULES_URL}
        said |= {f"point_{point.key}": channel.description_points.get(point.key, NOT_YET) for point in POINTS}
        super().__init__(*args, channel=channel, initial=said | (initial or {}), **kwargs)
        self.platform_name = channel.platform_name
        self.limits = list(channel.platform.limits.all()) if channel.platform else []
        self.verdict = Verdict("", [])
        self.fields["link"].validators = [URLValidator(schemes=["https"], message=HTTPS)]
        if widest := most_generous(self.limits):
            self.fields["text"].widget.attrs |= {"data-limit": widest.limit, "data-measure": widest.measure}
        hint = HTML('<p class="hint">Syftet och fem punkter ska framgå, i texten eller på sidan som ni länkar till</p>')
        rows = [f"point_{point.key}" for point in POINTS]
        points = Fieldset("Var står det?", hint, *rows, css_class="areas")
        self.helper.layout = Layout("version", "text", "link", points)

    def clean_text(self) -> str:
        """Raises ValidationError for a text that no field of the platform has room for."""
        text = str(self.cleaned_data["text"])
        self.verdict = judge(text, self.limits, self.platform_name)
        if self.verdict.refusal:
            raise forms.ValidationError(self.verdict.refusal, code="too_long")
        return text

    def said(self) -> dict[str, Any]:
        """What the service is told."""
        data = self.cleaned_data
        return {"description": data["text"], "link": data["link"], "points": self.points(), "seen": data["version"]}

    def points(self) -> dict[str, str]:
        """Where each point is told, as it is kept. What nobody answered is not told yet."""
        return {point.key: self.cleaned_data.get(f"point_{point.key}") or NOT_YET for point in POINTS}

    @property
    def shown_text(self) -> str:
        """The text in the field."""
        return (self["text"].value() or "").replace("\r\n", "\n").strip()

    @property
    def previews(self) -> list[Preview]:
        return previews(self.shown_text, self.limits)

    @property
    def coverage(self) -> str:
        """How much is told, as the form says it now."""
        return coverage({point.key: self[f"point_{point.key}"].value() or NOT_YET for point in POINTS})
