"""What a document says of itself: its properties, the same as XMP, and the colours that its numbers mean.

ISO 19005-2 §6.6.2 asks for XMP that agrees with the properties, §6.2.3 for the output intent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape

import resources
from workstation.documents.typesetting.blocks import Document
from workstation.documents.typesetting.file.objects import ObjectFile, text_string
from workstation.documents.typesetting.fonts import literal

PROGRAM: Final = "Concord"
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NO_CHARACTER: Final = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that XML does not take, beside those that `literal` has taken out."""
_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def properties(document: Document) -> dict[str, str]:
    """The properties by their names in a PDF (§14.3.3); what is empty is left out."""
    told = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.chrome.number,
        "Keywords": document.keywords,
        "Creator": PROGRAM,
        "Producer": PROGRAM,
    }
    return {name: shown for name, text in told.items() if (shown := _NO_CHARACTER.sub("", literal(text)))}


def put_properties(file: ObjectFile, document: Document) -> int:
    """The properties as an object; answers its number."""
    entries = [f"/{name}{text_string(text)}" for name, text in properties(document).items()]
    if day := _DAY.fullmatch(document.made_on):
        entries += [f"/{name}(D:{''.join(day.groups())})" for name in ("CreationDate", "ModDate")]
    return file.add(f"<<{''.join(entries)}>>")


def put_xmp(file: ObjectFile, document: Document) -> int:
    """The same as XMP, in plain text; answers its number."""
    packet = _PACKET.format(properties="\n".join(_elements(document, properties(document))))
    return file.stream("/Type/Metadata/Subtype/XML", packet.encode("utf-8"))


def put_output_intent(file: ObjectFile) -> int:
    """sRGB, which all colours of papers are told in; answers the number of the intent."""
    profile = file.deflated("/N 3", resources.path("theme", "sRGB.icc").read_bytes())
    name = "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)"
    return file.add(f"<</Type/OutputIntent/S/GTS_PDFA1{name}/DestOutputProfile {profile} 0 R>>")


def _elements(document: Document, told: Mapping[str, str]) -> Iterator[str]:
    text = {name: escape(value) for name, value in told.items()}
    if document.archival:
        yield f"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>{document.archival}</pdfaid:conformance>"
    for name, key in (("Title", "dc:title"), ("Subject", "dc:description")):
        if name in text:
            yield f'<{key}><rdf:Alt><rdf:li xml:lang="x-default">{text[name]}</rdf:li></rdf:Alt></{key}>'
    if "Author" in text:
        yield f"<dc:creator><rdf:Seq><rdf:li>{text['Author']}</rdf:li></rdf:Seq></dc:creator>"
    yield f"<dc:language><rdf:Bag><rdf:li>{document.language}</rdf:li></rdf:Bag></dc:language>"
    for name, key in (("Keywords", "pdf:Keywords"), ("Producer", "pdf:Producer"), ("Creator", "xmp:CreatorTool")):
        if name in text:
            yield f"<{key}>{text[name]}</{key}>"
    if _DAY.fullmatch(document.made_on):
        yield from (f"<xmp:{key}>{document.made_on}</xmp:{key}>" for key in ("CreateDate", "ModifyDate"))
