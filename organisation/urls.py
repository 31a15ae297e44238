"""Signing in and out. Of what allauth offers only this is open; accounts are made and mended in the admin."""

from allauth.account import views
from django.urls import path

urlpatterns = [
    path("logga-in/", views.login, name="account_login"),
    path("logga-ut/", views.logout, name="account_logout"),
    path("nytt/", views.signup, name="account_signup"),  # says that accounts are made by the register administrators
    path("inaktivt/", views.account_inactive, name="account_inactive"),
]
