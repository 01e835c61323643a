"""PyYAML, loaded without the patterns that its C parser has no use for.

The readers that PyYAML has in Python have a dozen, one of them with all the characters of Unicode in it: to compile
them takes a twentieth of the time of a short run. Here they are made when somebody uses them. They are left alone when
there are other threads, which could ask for a pattern of their own meanwhile.
"""

import re
import sys

from avtalegen.modell.senere import senere

_threading = sys.modules.get("threading")
_compile = re.compile
if _threading is None or _threading.active_count() == 1:
    re.compile = senere  # type: ignore[assignment]
try:
    import yaml
    from yaml import events
    from yaml.events import ScalarEvent, StreamEndEvent
finally:
    re.compile = _compile

__all__ = ["ScalarEvent", "StreamEndEvent", "events", "yaml"]
