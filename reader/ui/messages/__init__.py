"""The program's own messages and questions, each with words, and buttons that are verbs."""

from reader.ui.messages.messages import Messages

__all__ = ["Messages"]
