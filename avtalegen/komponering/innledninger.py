"""The lead-ins of a list: which of them stands there, follows of what is in the list."""

from __future__ import annotations

FORMS = ("Ett punkt: ", "Ett verb: ", "Ett presens: ", "Ett spørsmål: ", "Alle verb: ", "Uten verb: ")
"""How a paragraph in a template begins that is another lead-in of the list after it.

For a list of one item, for one that begins with a verb in the infinitive («skal»), in the present tense («Politiet»),
for one that is a clause («hvor ofte partene møtes»), and for a list of several where each, or none, begins with a verb.
"""
ONE, ONE_VERB, ONE_PRESENT, ONE_CLAUSE, ALL_VERBS, NO_VERB = FORMS
