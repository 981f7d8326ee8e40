"""XML, and JSON in the scripts of a page, a little wrong."""

import copy
import random
import re
from typing import Final

from lxml import etree

from tests.fuzz import odd, trees

_SCRIPT: Final = re.compile(rb'(?s)(<script type="application/ld\+json">)(.*?)(</script>)')
_KEPT: Final = 3
_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def thinned(content: bytes) -> bytes:
    """The XML with a few elements of each kind in each element only."""
    root = etree.fromstring(content)
    for element in list(root.iter()):
        for tag in {child.tag for child in element}:
            for child in [child for child in element if child.tag == tag][_KEPT:]:
                element.remove(child)
    return etree.tostring(root)


def mutated(content: bytes, dice: random.Random, slips: int) -> bytes:
    """The XML with so many slips."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for _ in range(slips):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        _slip(dice.choice(elements), dice.choice(elements), dice)
    text, encoding = etree.tostring(root).decode(), dice.choice(["UTF-8"] * 8 + ["UTF-16", "ISO-8859-1", "US-ASCII"])
    doctype = dice.choice(["", "", "", "<!DOCTYPE a [<!ENTITY b 'c'>]>"])
    return f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{text}'.encode(encoding)


def _slip(element: etree._Element, other: etree._Element, dice: random.Random) -> None:
    parent = element.getparent()
    kind = dice.randrange(8)
    if kind == 0 and parent is not None:
        parent.remove(element)
    elif kind == 1 and parent is not None and other not in element.iterancestors():
        parent.append(copy.deepcopy(other))
    elif kind == 2 and element.attrib:
        del element.attrib[dice.choice(list(element.attrib))]
    elif kind == 3:
        element.set(dice.choice([*map(str, element.attrib), "date", "guid", "id"]), _legal(dice.choice(odd.TEXTS)))
    elif kind == 4:
        element.tag = str(other.tag)
    elif kind == 5:
        element.text, other.text = other.text, element.text
    elif kind == 6 and not len(element):
        element.text = _legal(odd.garbled(element.text or "", dice))
    else:
        element.text = _legal(dice.choice(odd.TEXTS))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("?", text)


def page(content: bytes, dice: random.Random, slips: int) -> bytes:
    """A web page with slips in the JSON of its scripts."""
    return _SCRIPT.sub(lambda found: found[1] + trees.mutated(found[2], dice, slips) + found[3], content)
