"""The tabs of a channel, for every page about it, whichever app it belongs to."""

from typing import Any

from django import template
from django.template import RequestContext

from config.channel.standing import Standing
from config.channel.tabs import tabs
from register.models import Channel

register = template.Library()


@register.inclusion_tag("parts/tabs.html", takes_context=True)
def channel_tabs(context: RequestContext, channel: Channel, here: str) -> dict[str, Any]:
    """{% channel_tabs channel "Rutiner" %}: the views of the channel that the one who asks may open."""
    standing = context.get("standing") or Standing(context["user"], channel)
    return {"label": "Kanalens sidor", "tabs": tabs(standing, here)}
