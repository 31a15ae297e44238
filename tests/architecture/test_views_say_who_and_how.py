"""Every page asks for sign-in unless it stands here; what changes something is sent by POST."""

import ast

from tests.architecture import tree
from tests.architecture.ranks import module_of, views

# Pages that anybody may read. Adding one is a decision: see docs/security.md.
PUBLIC = {
    "accessibility",
    "guide:index",
    "guide:step",
    "help",
    "personal_data",
}
# Of allauth and the admin: what one needs to get in, and to get out.
PUBLIC_ELSEWHERE = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_confirm_login_code",
    "admin:login",
}
SAYS_HOW = {"require_POST", "require_http_methods"}


def test_every_page_asks_for_sign_in_unless_it_stands_here():
    ours = {name for name, view in views() if module_of(view).partition(".")[0] in tree.APPS}
    public = {name for name, view in views() if not getattr(view, "login_required", True)}
    assert public & ours == PUBLIC
    assert public - ours <= PUBLIC_ELSEWHERE


def test_views_that_change_something_ask_how_they_were_called():
    careless = []
    for app in tree.APPS:
        for path in tree.python_files(app):
            if "views" not in path.parts and app != "config":
                continue
            for node in tree.parsed(path).body:
                if isinstance(node, ast.FunctionDef) and _is_view(node) and _acts(node) and not _asks(node):
                    careless.append(f"{tree.name(path)}:{node.name}")
    assert careless == []


def _is_view(node: ast.FunctionDef) -> bool:
    return bool(node.args.args) and node.args.args[0].arg == "request" and not node.name.startswith("_")


def _acts(node: ast.FunctionDef) -> bool:
    """Whether the function calls services.something(…), or saves or creates."""
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and (
            (isinstance(each.func.value, ast.Name) and each.func.value.id in ("services", "drafting"))
            or each.func.attr in ("save", "create", "delete", "update_or_create")
        )
        for each in ast.walk(node)
    )


def _asks(node: ast.FunctionDef) -> bool:
    """Whether it is decorated with the methods it answers, or looks at request.method itself."""
    decorators = {each.func if isinstance(each, ast.Call) else each for each in node.decorator_list}
    named = {each.id for each in decorators if isinstance(each, ast.Name)}
    looks = any(isinstance(each, ast.Attribute) and each.attr == "method" for each in ast.walk(node))
    return bool(named & SAYS_HOW) or looks
