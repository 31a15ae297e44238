"""How people sign in for now: local accounts through allauth, made by the register administrators."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django import forms
from django.http import HttpRequest

from .forms import PlainMixin

WRONG = "Användarnamnet eller lösenordet stämmer inte."
MESSAGES = {
    "account_inactive": "Kontot är avstängt. Kontakta registeransvarig.",
    "username_password_mismatch": WRONG,
    "email_password_mismatch": WRONG,
    "invalid_login": WRONG,
    "incorrect_password": "Lösenordet stämmer inte.",
    "too_many_login_attempts": "För många försök. Vänta fem minuter och försök igen.",
    "rate_limited": "För många försök. Vänta en minut och försök igen.",
}


class LocalAccounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | MESSAGES

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made in the admin; nobody registers on her own."""
        return False


class SignInForm(PlainMixin, LoginForm):
    """Sign in with user name or e-mail, in our own words."""

    error_css_class = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        name, password = self.fields["login"], self.fields["password"]
        name.label = "Användarnamn eller e-postadress"
        name.error_messages["required"] = "Skriv ditt användarnamn eller din e-postadress"
        name.widget = forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        )
        password.label = "Lösenord"
        password.help_text = ""
        password.error_messages["required"] = "Skriv ditt lösenord"
        password.widget.attrs.pop("placeholder", None)
