"""What the author of a proposal writes: a column for each question that proposals.sections declares."""

from django.db import models

from register.models import Channel, ChannelKind


class ProposalText(models.Model):
    """What the author writes: the answers of the parts (proposals.sections says what is asked)."""

    # Grunduppgifter
    title = models.CharField("arbetsnamn", max_length=100, blank=True)
    channel_kind = models.CharField("sorts kanal", max_length=12, choices=ChannelKind, blank=True)
    platform = models.ForeignKey(
        "register.Platform", models.PROTECT, null=True, blank=True, db_index=False, verbose_name="plattform"
    )
    other_platform = models.CharField("annan plattform", max_length=60, blank=True)
    account_address = models.CharField("kontots adress", max_length=500, blank=True)
    account_started = models.DateField("kontot startat", null=True, blank=True)
    organisation = models.ForeignKey(
        "organisation.Organisation", models.PROTECT, null=True, blank=True, verbose_name="organisation"
    )
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, null=True, blank=True, verbose_name="verksamhet")
    steward = models.ForeignKey(
        "organisation.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ansvarig för kontot"
    )
    communicator = models.ForeignKey(
        "organisation.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="kommunikatör",
    )
    wished_start = models.DateField("önskat startdatum", null=True, blank=True)
    # Syfte och mål
    purpose = models.TextField("syfte", blank=True)
    business_objective = models.TextField("verksamhetsmål", blank=True)
    in_plan = models.CharField("i kommunikationsplanen", max_length=5, blank=True)
    in_plan_when = models.CharField("förs in i planen", max_length=60, blank=True)
    # Målgrupp
    audience = models.TextField("målgrupp", blank=True)
    audience_analysis = models.TextField("vad ni vet om målgruppen", blank=True)
    audience_sources = models.JSONField("vad det bygger på", default=list, blank=True)
    why_channel = models.TextField("varför kanalen är rätt", blank=True)
    other_ways = models.TextField("andra sätt", blank=True)
    not_reached = models.TextField("vilka som inte nås", blank=True)
    languages = models.JSONField("språk", default=list, blank=True)
    other_language = models.CharField("annat språk", max_length=60, blank=True)
    # Omvärldsanalys
    shared_channels = models.CharField("stadens gemensamma kanaler", max_length=6, blank=True)
    shared_channels_why = models.TextField("varför, gemensamma kanaler", blank=True)
    cooperation = models.TextField("samarbete", blank=True)
    coordination = models.TextField("samordning", blank=True)
    no_coordination = models.BooleanField("ingen samordning behövs", default=False)
    # Resurser och beredskap
    staff = models.JSONField("vilka som arbetar", default=list, blank=True)
    single_reason = models.TextField("varför en räcker", blank=True)
    resources_last = models.CharField("hur länge resurserna räcker", max_length=7, blank=True)
    resources_until = models.DateField("resurserna räcker till", null=True, blank=True)
    knowledge = models.JSONField("kunskap", default=dict, blank=True)
    training_plan = models.TextField("plan för utbildning", blank=True)
    comments = models.CharField("kommentarer", max_length=8, choices=Channel.Comments, blank=True)
    monitoring = models.TextField("bevakning", blank=True)
    response_time = models.PositiveSmallIntegerField("svarstid", null=True, blank=True)
    response_unit = models.CharField("svarstidens enhet", max_length=5, blank=True)
    stand_in = models.CharField("vem som tar över", max_length=120, blank=True)
    yearly_cost = models.PositiveIntegerField("kostnad per år", null=True, blank=True)

    class Meta:
        abstract = True
