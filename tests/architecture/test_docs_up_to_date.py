"""What is generated from code says what the code says."""

from django.core.management import call_command


def test_the_drawn_documents_agree_with_the_code():
    call_command("draw_docs", "--check")
