"""What an author writes in each part and about a goal, as the fields of the pages want it."""

from typing import Any

from .builders import KNOWLEDGE, TITLE

BASICS: dict[str, Any] = {"title": TITLE, "channel_kind": "social", "platform": "instagram"}
PURPOSE: dict[str, Any] = {
    "purpose": "Fler elever i högstadiet ska hitta till läxhjälpen och klara sina ämnen.",
    "business_objective": "Fler unga använder biblioteket, enligt verksamhetsplanen",
    "in_plan": "later",
    "in_plan_when": "mars 2027",
}
AUDIENCE: dict[str, Any] = {
    "audience": "Elever i årskurs 7–9 som bor i närheten",
    "audience_analysis": "De flesta har mobil och använder bildflöden varje dag, men läser sällan vår webbplats.",
    "audience_sources": ["survey", "dialogue"],
    "why_channel": "Eleverna finns där redan och väljer själva att följa",
    "other_ways": "Affischer i skolan, webbplatsen och brev hem",
    "not_reached": "De som saknar mobil får veta genom sina lärare",
    "languages": ["sv", "en"],
}
SCAN: dict[str, Any] = {
    "shared_channels": "partly",
    "shared_channels_why": "De når vuxna, och sällan elever",
    "cooperation": "Fritidsgårdarna, som har samma besökare",
    "no_coordination": "on",
}
RESOURCES: dict[str, Any] = {
    "staff_1_function": "Biblioteksassistent",
    "staff_1_hours": "4",
    "staff_2_function": "Bibliotekarie",
    "staff_2_person": "Åsa Lund",
    "staff_2_hours": "2,5",
    "resources_last": "ongoing",
    **{f"knowledge_{area}": level for area, level in KNOWLEDGE.items()},
    "comments": "open",
    "monitoring": "Den som har passet tittar varje timme mellan 8 och 17",
    "response_time": "2",
    "response_unit": "days",
    "stand_in": "Enhetens samordnare",
    "yearly_cost": "1 200",
}
GOAL: dict[str, Any] = {
    "kind": "measured",
    "indicator": "Besök på läxhjälpen per månad",
    "baseline": "420",
    "target": "600",
    "measure": "per_month",
    "target_date": "2027-06-30",
    "method": "Räknas i dörren och läggs in i statistiken den första varje månad",
    "interval": "month",
    "follower": "biblioteksassistent",
}
