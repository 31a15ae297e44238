"""The admin as a whole: its name, and the one way in that counts wrong passwords. Each app registers its own tables."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

admin.site.site_header = admin.site.site_title = "Kanalregistret"
admin.site.index_title = "Tillsyn"
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
