# SPDX-License-Identifier: MIT
"""The catalog: immutable collections of records, looked up by id, layered by overlays."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, Literal, Self, TypeVar, overload

import attrs

from .errors import DataError, InputError, Problem, UnknownIdError
from .integrity import integrity_problems
from .model import SECTIONS

__all__ = ["Catalog", "Collection", "Records"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .model.absorption import Absorption
    from .model.absorption_model import AbsorptionModel
    from .model.biomarker import Biomarker
    from .model.caution import Caution
    from .model.claim import Claim
    from .model.condition import Condition
    from .model.effect import AdverseEffect
    from .model.factor import Factor, Intervention
    from .model.form import Form
    from .model.intake import ReferenceIntake
    from .model.interaction import Interaction
    from .model.medication import Medication, MedicationClass
    from .model.source import Source
    from .model.substance import Ligand, Mineral, MineralClass
    from .model.target import Target
    from .model.transporter import Transporter
    from .model.word import LabelWord

R = TypeVar("R")
T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


_MISSING = object()


class Collection(Mapping[str, R], Generic[R]):
    """
    The records of one section by id; a record is typed when it is first asked for.

    ``collection[id]`` raises `UnknownIdError` with near ids, ``.get(id)`` gives `None`.

    Args:
        name: Name of the section.
        raw: Id to raw record.
        make: Turns a raw record into a typed one.
    """

    __slots__ = ("_found", "_index", "_made", "_make", "_name", "_raw")

    def __init__(self, name: str, raw: Mapping[str, Any], make: Callable[[Any], R]) -> None:
        self._name = name
        self._raw = raw
        self._make = make
        self._made: dict[str, R] = {}
        self._index: dict[str, dict[Any, list[str]]] = {}
        self._found: dict[tuple[str, Any], tuple[R, ...]] = {}

    @property
    def name(self) -> str:
        """Name of the section."""
        return self._name

    def __getitem__(self, id: str) -> R:
        try:
            return self._made[id]
        except (KeyError, TypeError):
            pass
        if not isinstance(id, str) or id not in self._raw:
            near = difflib.get_close_matches(str(id), self._raw, n=3)
            raise UnknownIdError(self.name, str(id), tuple(near))
        # A race makes an equal record twice, and nothing else.
        return self._made.setdefault(id, self._make(self._raw[id]))

    @overload
    def get(self, id: str, /) -> R | None: ...
    @overload
    def get(self, id: str, default: R | T, /) -> R | T: ...
    def get(self, id: str, default: Any = None, /) -> Any:
        """The record of an id, or `None`; near ids are not looked for."""
        if id not in self:
            return default
        return self[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self._raw

    def kept(self) -> Iterator[Any]:
        """The records as they are kept: typed, or what JSON holds of them until asked for."""
        return (self._made.get(id, self._raw[id]) for id in self._raw)

    def by(self, **wanted: str) -> tuple[R, ...]:
        """
        Find the records whose fields are, or whose tuples hold, all these values; in file order.

        Args:
            wanted: Field to value; a field that holds several may be written in the singular.

        Raises:
            InputError: The records have no such field.

        >>> import supplementdb
        >>> db = supplementdb.load()
        >>> [m.id for m in db.minerals.by(symbol="Mg")]
        ['magnesium']
        >>> [f.id for f in db.forms.by(mineral="magnesium", ligand="taurine", jurisdiction="EU")]
        ['magnesium-taurate']
        """
        found = [self._with(field, value) for field, value in wanted.items()]
        if len(found) == 1:
            return found[0]
        first = found[0] if found else tuple(self.values())
        others = [{id(record) for record in records} for records in found[1:]]
        return tuple(record for record in first if all(id(record) in ids for ids in others))

    def _with(self, field: str, value: Any) -> tuple[R, ...]:
        """The records with this value in a field, typed once."""
        if field not in self._index:
            index: dict[Any, list[str]] = {}
            for id, held in self._held(field):
                several = isinstance(held, (tuple, list))
                for member in dict.fromkeys(held) if several else (held,):
                    index.setdefault(member, []).append(id)
            self._index[field] = index
        if value not in self._index[field]:
            return ()
        key = field, value
        if key not in self._found:
            self._found[key] = tuple(self[id] for id in self._index[field][value])
        return self._found[key]

    def _held(self, field: str) -> Iterator[tuple[str, Any]]:
        """Each id with what its record holds in a field, or in the plural of it."""
        if not self:
            return
        first: Any = next(iter(self.values()))
        refers = {one.name: one for one in attrs.fields(type(first)) if "refers" in one.metadata}
        known = refers.get(field) or refers.get(f"{field}s")
        for id, record in zip(self._raw, self.kept(), strict=True):
            if known is not None and isinstance(record, Mapping):
                # Ids are what JSON holds, so nothing needs to be typed to find them.
                held = record.get(known.name, known.default)
            else:
                typed = self[id]
                held = getattr(typed, field, _MISSING)
                if held is _MISSING:
                    held = getattr(typed, f"{field}s", _MISSING)
            if held is _MISSING:
                raise InputError("field", f"{field!r} is none of {self.name}")
            yield id, held

    def __repr__(self) -> str:
        return f"<Collection {self.name}: {len(self)} records>"


class Records(Mapping[str, tuple[Any, ...]]):
    """
    Typed records by section, as read from one file; what `Catalog.overlay` takes.

    Args:
        origin: Name of the file or other place they come from.
        sections: Section to its records.
    """

    __slots__ = ("_sections", "origin")

    def __init__(self, origin: str, sections: Mapping[str, tuple[Any, ...]]) -> None:
        self.origin = origin
        self._sections = {s: tuple(sections[s]) for s in SECTIONS if sections.get(s)}

    def __getitem__(self, section: str) -> tuple[Any, ...]:
        return self._sections[section]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __len__(self) -> int:
        return len(self._sections)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(found)} {section}" for section, found in self.items())
        return f"<Records {self.origin}: {counts or 'none'}>"


class Catalog:
    """
    All records of a data edition, immutable; each section is an attribute.

    Args:
        edition: Edition of the data; overlays add ``+name``.
        collections: Section to its collection; missing ones are empty.
    """

    __slots__ = (*SECTIONS, "__weakref__", "_derived", "edition")

    edition: str
    sources: Collection[Source]
    mineral_classes: Collection[MineralClass]
    minerals: Collection[Mineral]
    ligands: Collection[Ligand]
    forms: Collection[Form]
    transporters: Collection[Transporter]
    targets: Collection[Target]
    factors: Collection[Factor]
    interventions: Collection[Intervention]
    conditions: Collection[Condition]
    medication_classes: Collection[MedicationClass]
    medications: Collection[Medication]
    biomarkers: Collection[Biomarker]
    adverse_effects: Collection[AdverseEffect]
    intakes: Collection[ReferenceIntake]
    interactions: Collection[Interaction]
    cautions: Collection[Caution]
    absorptions: Collection[Absorption]
    absorption_models: Collection[AbsorptionModel]
    claims: Collection[Claim]
    words: Collection[LabelWord]
    _derived: dict[Callable[[Catalog], Any], Any]

    def __init__(self, edition: str, collections: Mapping[str, Collection[Any]]) -> None:
        write = object.__setattr__
        write(self, "edition", edition)
        write(self, "_derived", {})
        for section in SECTIONS:
            empty: Collection[Any] = Collection(section, {}, lambda raw: raw)
            write(self, section, collections.get(section, empty))

    @classmethod
    def of(cls, records: Records) -> Catalog:
        """
        Make a catalog of these records alone, fully checked.

        Raises:
            DataError: Ids repeat, references do not resolve, a name means two things.
        """
        return cls("0", {}).overlay(records)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a catalog is immutable; overlay() makes a new one")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def section(self, name: str) -> Collection[Any]:
        """The collection of a section whose name is only known at run time."""
        if name not in SECTIONS:
            raise InputError("section", f"must be one of {', '.join(SECTIONS)}")
        found: Collection[Any] = getattr(self, name)
        return found

    def find(self, id: str) -> Any:
        """The record of an id in any section, or `None`; ids are unique over all of them."""
        for section in SECTIONS:
            collection = self.section(section)
            if id in collection:
                return collection[id]
        return None

    def derived(self, build: Callable[[Catalog], T]) -> T:
        """What ``build`` makes of this catalog, made once (an index, say)."""
        if build not in self._derived:
            self._derived[build] = build(self)
        found: T = self._derived[build]
        return found

    def overlay(
        self, records: Records, on_conflict: Literal["error", "replace"] = "error"
    ) -> Catalog:
        """
        Make a new catalog with further records; this one stays as it is.

        Args:
            records: What `supplementdb.read` gives.
            on_conflict: What to do with an id that is here already: ``"error"`` or ``"replace"``.

        Returns:
            A catalog whose edition carries the name of the records' origin.

        Raises:
            DataError: An id collides, or the whole would break a rule of the catalog;
                all problems at once.
            InputError: ``records`` or ``on_conflict`` is something else.
        """
        if not isinstance(records, Records):
            raise InputError("records", "must be what supplementdb.read() gives")
        if on_conflict not in ("error", "replace"):
            raise InputError("on_conflict", "must be 'error' or 'replace'")
        if not records:
            return self
        problems = _collisions(self, records, replace=on_conflict == "replace")
        if problems:
            raise DataError(problems)
        layered = {section: self.section(section) for section in SECTIONS}
        for section, added in records.items():
            layered[section] = _layer(layered[section], added)
        name = records.origin.rpartition("/")[2].removesuffix(".json")
        catalog = Catalog(f"{self.edition}+{name}", layered)
        problems = integrity_problems(catalog, records.origin)
        if problems:
            raise DataError(problems)
        return catalog

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __repr__(self) -> str:
        parts = (
            f"{len(self.section(s))} {s}" for s in ("minerals", "forms", "medications", "intakes")
        )
        return f"<Catalog {self.edition}: {', '.join(parts)}>"


def _layer(base: Collection[Any], added: tuple[Any, ...]) -> Collection[Any]:
    """Put records over a collection; those below stay raw until somebody asks for one."""
    raw = {**dict.fromkeys(base, base), **{record.id: record for record in added}}
    return Collection(base.name, {id: (id, held) for id, held in raw.items()}, _unlayer)


def _unlayer(raw: tuple[str, Any]) -> Any:
    id, held = raw
    return held[id] if isinstance(held, Collection) else held


def _collisions(catalog: Catalog, records: Records, *, replace: bool) -> list[Problem]:
    problems = []
    homes = {id: section for section in SECTIONS for id in catalog.section(section)}
    seen: set[str] = set()
    for section, added in records.items():
        for place, record in enumerate(added):
            path = f"{section}[{place}].id"
            home = homes.get(record.id)
            if record.id in seen:
                rule = "is here twice; keep one record"
            elif home is None or (replace and home == section):
                rule = ""
            elif replace:
                rule = f"belongs to a record of {home}, which another section cannot replace"
            else:
                rule = (
                    f"is taken by a record of {home}; choose another or pass on_conflict='replace'"
                )
            seen.add(record.id)
            if rule:
                problems.append(Problem(records.origin, path, rule, record.id))
    return problems
