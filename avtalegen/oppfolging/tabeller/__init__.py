"""The agreements as tables, for those who count: which tables there are, what is in them, and how they are written.

`skjema` says which columns there are and what each is; everything else, the page in docs/ too, follows from it.
"""
