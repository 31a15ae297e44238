"""The questions about similar channels in the environment scan: one answer and one explanation for each."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from organisation.forms import LimitedTextField
from proposals.models import Proposal, SimilarChannel
from proposals.similar import suggestions
from register.models import Channel


class SimilarAnswers:
    """The suggested channels and what has been answered about them."""

    def __init__(self, proposal: Proposal) -> None:
        self.suggestions = suggestions(proposal)
        self.given = {similar.channel_id: similar for similar in proposal.similar_channels.all()}

    def fields(self) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for suggestion in self.suggestions:
            channel, name = suggestion.channel, f"similar_{suggestion.channel.number}"
            made[name] = forms.ChoiceField(
                label=f"Hur förhåller ni er till {channel}?",
                help_text=f"{suggestion.reason}. {channel.platform_name}, {channel.unit.organisation}",
                choices=SimilarChannel.Answer.choices,
                widget=forms.RadioSelect,
                required=False,
            )
            made[f"{name}_why"] = LimitedTextField(
                400,
                label=f"Varför räcker {channel} inte, eller hur samarbetar ni?",
                help_text="En eller två meningar",
                rows=2,
                required=False,
            )
            made[f"{name}_why"].widget.attrs["data-shown-by"] = f"{name}=cooperate,not_enough"
        return made

    def names(self) -> list[str]:
        return list(self.fields())

    def initial(self) -> dict[str, str]:
        said = {}
        for suggestion in self.suggestions:
            if given := self.given.get(suggestion.channel.pk):
                said[f"similar_{suggestion.channel.number}"] = given.answer
                said[f"similar_{suggestion.channel.number}_why"] = given.explanation
        return said

    def answers(self, data: Mapping[str, Any]) -> Iterator[tuple[Channel, str, str, str]]:
        """Each channel with its reason, the answer and the explanation, as the service wants them."""
        for suggestion in self.suggestions:
            name = f"similar_{suggestion.channel.number}"
            answer = data.get(name) or ""
            explanation = data.get(f"{name}_why") or ""
            yield suggestion.channel, suggestion.reason, answer, explanation if answer != "instead" else ""

    def in_words(self, data: Mapping[str, Any]) -> dict[str, str]:
        """What was answered about each channel, as it reads among the answers of the section."""
        said = {}
        for channel, reason, answer, explanation in self.answers(data):
            similar = SimilarChannel(channel=channel, reason=reason, answer=answer, explanation=explanation)
            said[similar.named] = similar.answered
        return said
