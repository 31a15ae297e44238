"""What is done with routines: prepared, opened, answered, confirmed, and the turns in a channel's life that follow. A
service checks who acts, moves its row by compare-and-set, and writes the event and the mail in the same transaction.
"""

from .closing import begin_closing, cancel_closing
from .consequences import closing_points
from .doing import finish, save, send_back, sign
from .flagging import refresh
from .following import FollowedUpAlready, correct_follow_up, follow_up
from .handing import begin_handover, cancel_handover, open_handover, stop_handover
from .opening import open_now, open_run
from .preparing import copy_from, prepare
from .starting import start_channel

__all__ = [
    "FollowedUpAlready",
    "begin_closing",
    "begin_handover",
    "cancel_closing",
    "cancel_handover",
    "closing_points",
    "copy_from",
    "correct_follow_up",
    "finish",
    "follow_up",
    "open_handover",
    "open_now",
    "open_run",
    "prepare",
    "refresh",
    "save",
    "send_back",
    "sign",
    "start_channel",
    "stop_handover",
]
