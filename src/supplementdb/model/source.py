# SPDX-License-Identifier: MIT
"""Sources: the documents that every number rests on."""

from __future__ import annotations

import enum

import attrs

from . import fields
from .fields import Record, type_of

__all__ = ["Source", "SourceKind"]


def __dir__() -> list[str]:
    return __all__


class SourceKind(enum.StrEnum):
    """What sort of document a source is."""

    REGULATION = "regulation"
    OPINION = "opinion"
    REFERENCE_REPORT = "reference-report"
    PRODUCT_LABEL = "product-label"
    MONOGRAPH = "monograph"
    GUIDELINE = "guideline"
    REVIEW = "review"
    TRIAL = "trial"
    STUDY = "study"
    REGISTRY = "registry"
    DATABASE = "database"
    TEXTBOOK = "textbook"
    WEB_PAGE = "web-page"
    POPULAR_ARTICLE = "popular-article"


@attrs.frozen(kw_only=True, repr=False)
class Source(Record):
    """
    A citable document.

    Attributes:
        id: Slug: publisher, year, subject.
        kind: What sort of document it is.
        title: Title as printed.
        publisher: Who stands behind it: agency, journal, maker.
        year: Year of publication; `None`: undated or kept up to date.
        edition: Edition or revision; `None`: it has none.
        doi: Lower case, without a resolver.
        pmid: PubMed id.
        url: Where it lives.
        accessed: The day it was read.
        note: Anything a reader must know; `None`: nothing.
    """

    id: str = attrs.field(validator=fields.id_)
    kind: SourceKind = attrs.field(validator=type_of(SourceKind))
    title: str = attrs.field(validator=fields.text)
    publisher: str = attrs.field(validator=fields.text)
    year: int | None = attrs.field(default=None, validator=fields.count)
    edition: str | None = attrs.field(default=None, validator=fields.text)
    doi: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(
            attrs.validators.matches_re(r"10\.[0-9]{4,9}/[^A-Z\s]+")
        ),
    )
    pmid: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.matches_re(r"[1-9][0-9]{0,8}")),
    )
    url: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.matches_re(r"https?://\S+")),
    )
    accessed: str | None = attrs.field(default=None, validator=fields.date)
    note: str | None = attrs.field(default=None, validator=fields.text)

    def __attrs_post_init__(self) -> None:
        is_found = self.doi or self.pmid or self.url
        # What a popular article states is on record even where the article is gone.
        if not is_found and not (self.kind is SourceKind.POPULAR_ARTICLE and self.note):
            raise ValueError(
                "doi, pmid or url must be given, so that a reader can find the source; "
                "a popular article without one must say in note how it was read"
            )

    def _facts(self) -> str:
        return str(self)

    def __str__(self) -> str:
        year = f" {self.year}" if self.year else ""
        return f"{self.publisher}{year}: {self.title}"
