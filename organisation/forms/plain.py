"""The ground for every form: Swedish words, and ids that tie hint, error and limit to their control."""

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core import validators
from django.forms.boundfield import BoundField
from django.utils.functional import Promise

from organisation.form_words import OPTIONAL, AtMost, messages, name_the_blank

if TYPE_CHECKING:
    _Form = forms.BaseForm
else:
    _Form = object


class PlainBoundField(BoundField):
    """A field of a form: no default message of Django's, no attribute that cuts or blocks in the browser."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        self._speak_swedish(str(self.label).removesuffix(OPTIONAL))
        name_the_blank(field)
        field.widget.attrs.pop("maxlength", None)
        field.widget.attrs.pop("minlength", None)

    @property
    def limit(self) -> int | None:
        """How many characters the reader is told she may write."""
        return self.field.widget.attrs.get("data-limit")

    @property
    def focus_id(self) -> str:
        """The id a link in the error summary goes to: of a group its first choice."""
        if self.use_fieldset and self.subwidgets:
            return self.subwidgets[0].data["attrs"].get("id", self.auto_id)
        return self.id_for_label or self.auto_id

    @property
    def aria_describedby(self) -> str | None:
        """The ids of what is written about the control: hint, error, limit."""
        parts = {"hint": self.help_text, "error": self.errors, "limit": self.limit}
        ids = [f"{self.auto_id}_{part}" for part, there in parts.items() if there]
        own = self.field.widget.attrs.get("aria-describedby")
        return " ".join([own, *ids] if own else ids) or None

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """As Django does, but radio buttons are marked as wrong on their group: a single one cannot be."""
        attrs = super().build_widget_attrs(attrs, widget)
        if isinstance(widget or self.field.widget, forms.RadioSelect):
            attrs.pop("aria-invalid", None)
        return attrs

    def _speak_swedish(self, label: str) -> None:
        """Our words for each message that is still Django's; what a form says itself stays."""
        said = self.field.error_messages
        if "max_length" not in said:
            self.field.validators = [
                AtMost(each.limit_value, label) if type(each) is validators.MaxLengthValidator else each
                for each in self.field.validators
            ]
        for code, text in messages(self.field, label).items():
            if code not in said or isinstance(said[code], Promise):
                said[code] = text
        if isinstance(self.field, forms.ModelChoiceField):
            self.field.validate_no_null_characters = self._refuse_null  # type: ignore[method-assign]

    def _refuse_null(self, value: Any) -> None:
        """An answer with a NUL sign is none of the choices; Django says so in words of its own."""
        if "\x00" in str(value):
            text = self.field.error_messages["invalid_choice"]
            raise forms.ValidationError(text, code="invalid_choice", params={"value": value})


class PlainMixin(_Form):
    """Put before the form class: `class GoalForm(PlainMixin, forms.ModelForm)`. The page writes form tag and token."""

    use_required_attribute = False
    bound_field_class: type[BoundField] | None = PlainBoundField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.include_media = False
        self.helper.render_hidden_fields = True

    @property
    def error_lines(self) -> list[dict[str, str]]:
        """Every error as the summary shows it: where it leads and what it says, in the order of the form."""
        lines = [{"href": "", "text": str(text)} for text in self.non_field_errors()]
        for field in self:
            href = "" if field.is_hidden else f"#{getattr(field, 'focus_id', field.auto_id)}"
            lines += [{"href": href, "text": str(text)} for text in field.errors]
        return lines


class PlainForm(PlainMixin, forms.Form):
    """A form that belongs to no model."""
