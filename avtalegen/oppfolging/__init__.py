"""Many agreements followed up: how each stands and what is due, on a page and in a calendar.

All of it is read from the agreements as they are today; nothing is remembered between two runs but the identity of the
events in a calendar.
"""
