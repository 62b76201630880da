# SPDX-License-Identifier: MIT
"""Laws of screening, on drawn catalogs, persons and regimens."""

from collections import Counter
from typing import Any

from hypothesis import assume, given, strategies as st

import supplementdb as sdb
from supplementdb import codec
from supplementdb.catalog import Catalog
from supplementdb.checks.matching import matches
from supplementdb.checks.medicines import medicines
from supplementdb.strategies import catalogs, items, persons

MEDICATIONS = ("drug-a", "drug b", "class-a", "nobody", "")
CONDITIONS = ("wide", "narrow state", "nothing")


@st.composite
def cases(draw: st.DrawFn, *, min_items: int = 1) -> tuple[Catalog, list[sdb.Item], sdb.Person]:
    """A catalog, a regimen of its items, and a person."""
    db = draw(catalogs())
    regimen = draw(st.lists(items(db), min_size=min_items, max_size=4))
    return db, regimen, draw(persons(conditions=CONDITIONS, medications=MEDICATIONS))


def facts(report: sdb.Report) -> Counter[Any]:
    """What a report finds, apart from the order of its parts."""
    return Counter((f.code, f.level, frozenset(f.subjects), f.separation) for f in report.findings)


def rules(report: sdb.Report) -> set[Any]:
    """The rules and medicines of a report's interactions."""
    return {
        (f.values["rule"], f.subjects[-1])
        for f in report.findings
        if f.code == "interaction.medication"
    }


def effects(db: Catalog, report: sdb.Report) -> dict[Any, sdb.Level]:
    """The gravest level of each effect of a mineral and a medicine."""
    found: dict[Any, sdb.Level] = {}
    for finding in report.findings:
        if finding.code == "interaction.medication":
            place = (finding.subjects[0], finding.subjects[-1], finding.values["effect"])
            found[place] = max(finding.level, found.get(place, finding.level))
    return found


def warned(report: sdb.Report) -> dict[Any, sdb.Level]:
    """The gravest level of the cautions of each mineral."""
    found: dict[Any, sdb.Level] = {}
    for finding in report.findings:
        if finding.code.startswith("caution."):
            for subject in finding.subjects:
                found[subject] = max(finding.level, found.get(subject, finding.level))
    return found


def gravest(report: sdb.Report) -> dict[Any, sdb.Level]:
    """The gravest level of exceeded limits of each mineral; limits on forms have their own."""
    found: dict[Any, sdb.Level] = {}
    for finding in report.findings:
        if finding.code == "dose.above-limit":
            found[finding.subjects] = max(finding.level, found.get(finding.subjects, finding.level))
    return found


class TestMinLevel:
    """ "`min_level` hides but counts what it hid"."""

    @given(cases(), st.sampled_from(sdb.Level))
    def test_counted(self, case: Any, level: sdb.Level) -> None:
        """Shown and hidden together are all that was found, and the verdicts stay."""
        db, regimen, person = case
        whole = sdb.screen(regimen, person, catalog=db)
        part = sdb.screen(regimen, person, sdb.Policy(min_level=level), catalog=db)

        assert whole.not_assessed == part.not_assessed
        assert {f for f in whole.findings if f.level >= level} <= {*part.findings}
        shown = Counter(f.level.value for f in part.findings)
        assert Counter(f.level.value for f in whole.findings) == shown + Counter(part.hidden)
        assert (whole.worst, whole.completeness) == (part.worst, part.completeness)


class TestInvariance:
    """ "Findings do not depend on the order of the stack"."""

    @given(cases(), st.randoms())
    def test_order(self, case: Any, random: Any) -> None:
        """Another order of lines, medicines and conditions finds the same."""
        db, regimen, person = case
        shuffled = [list(part) for part in (regimen, person.medications, person.conditions)]
        for part in shuffled:
            random.shuffle(part)
        other = sdb.Person(
            age_years=person.age_years,
            sex=person.sex,
            stage=person.stage,
            weight_kg=person.weight_kg,
            egfr=person.egfr,
            medications=tuple(shuffled[1]),
            conditions=tuple(shuffled[2]),
        )
        one, two = (
            sdb.screen(r, p, catalog=db) for r, p in ((regimen, person), (shuffled[0], other))
        )

        assert facts(one) == facts(two)
        assert {m: t.supplemental for m, t in one.totals.items()} == {
            m: t.supplemental for m, t in two.totals.items()
        }

    @given(cases())
    def test_split(self, case: Any) -> None:
        """An amount taken in two halves is the amount."""
        db, regimen, person = case
        whole = regimen[0]
        half = sdb.Item(
            mineral=whole.mineral,
            forms=whole.forms,
            amount=whole.amount / 2,
            amount_max=whole.amount_max and whole.amount_max / 2,
            basis=whole.basis,
            per_day=whole.per_day,
        )
        one = sdb.screen([whole], person, catalog=db).totals[whole.mineral].supplemental
        two = sdb.screen([half, half], person, catalog=db).totals[whole.mineral].supplemental

        assert abs(one.low.to("mg").value - two.low.to("mg").value) < 1e-20
        assert abs(one.high.to("mg").value - two.high.to("mg").value) < 1e-20

    @given(cases(), st.sampled_from(["g", "ug"]))
    def test_rescaling(self, case: Any, unit: str) -> None:
        """The unit that an amount is written in changes no finding."""
        db, regimen, person = case
        rewritten = [
            sdb.Item(
                mineral=item.mineral,
                forms=item.forms,
                amount=item.amount.to(unit),
                amount_max=item.amount_max and item.amount_max.to(unit),
                basis=item.basis,
                per_day=item.per_day,
            )
            for item in regimen
        ]

        assert facts(sdb.screen(regimen, person, catalog=db)) == facts(
            sdb.screen(rewritten, person, catalog=db)
        )

    @given(cases())
    def test_same_answer(self, case: Any) -> None:
        """ "Same input, same data edition, same answer"."""
        db, regimen, person = case

        assert sdb.screen(regimen, person, catalog=db) == sdb.screen(regimen, person, catalog=db)


class TestMonotony:
    """ "Raising a dose never removes an over-limit finding"."""

    @given(cases(), st.integers(2, 50))
    def test_dose(self, case: Any, factor: int) -> None:
        """More of everything finds at least what less finds, and no lower level."""
        db, regimen, person = case
        more = [
            sdb.Item(
                mineral=item.mineral,
                forms=item.forms,
                amount=item.amount * factor,
                amount_max=item.amount_max and item.amount_max * factor,
                basis=item.basis,
                per_day=item.per_day,
            )
            for item in regimen
        ]
        less, above = (gravest(sdb.screen(r, person, catalog=db)) for r in (regimen, more))

        for subjects, level in less.items():
            assert level <= above[subjects]

    @given(cases(), st.data())
    def test_item(self, case: Any, data: st.DataObject) -> None:
        """ "Adding an item never removes an interaction flag"."""
        db, regimen, person = case
        before = rules(sdb.screen(regimen, person, catalog=db))
        after = rules(sdb.screen([*regimen, data.draw(items(db))], person, catalog=db))

        assert before <= after

    @given(cases(), st.data())
    def test_item_cautions(self, case: Any, data: st.DataObject) -> None:
        """Adding an item removes no caution, unless one of the same mineral is as grave."""
        db, regimen, person = case
        before = warned(sdb.screen(regimen, person, catalog=db))
        after = warned(sdb.screen([*regimen, data.draw(items(db))], person, catalog=db))

        for subject, level in before.items():
            assert level <= after[subject]

    @given(cases())
    def test_form_inherits(self, case: Any) -> None:
        """Whatever holds for a mineral in any form holds for each of its forms."""
        db, _, person = case
        for mineral in db.minerals:
            general = {
                rule for rule in rules(sdb.screen([sdb.Item(mineral=mineral)], person, catalog=db))
                if not db.interactions[rule[0]].roles
            }  # fmt: skip
            for form in db.forms.by(minerals=mineral):
                report = sdb.screen(
                    [sdb.Item(mineral=mineral, forms=(form.id,))], person, catalog=db
                )
                pairs = {(db.interactions[r].effect, m) for r, m in rules(report)}
                assert {(db.interactions[r].effect, m) for r, m in general} <= pairs

    @given(cases())
    def test_unknown_is_wider(self, case: Any) -> None:
        """An unknown age is compared with every group: it exceeds whatever any age exceeds."""
        db, regimen, person = case
        assume(person.age_years is not None)
        unknown = sdb.Person(sex=person.sex, stage=person.stage)
        codes = [
            {f.subjects for f in report.findings if f.code == "dose.above-limit"}
            for report in (sdb.screen(regimen, p, catalog=db) for p in (person, unknown))
        ]

        assert codes[0] <= codes[1]


class TestRules:
    """ "Class override is the only way to lower", and look-up is symmetric."""

    @given(cases(), st.sampled_from(["magnesium", "calcium", "cations"]), st.booleans())
    def test_wider_never_lowers(self, case: Any, subject: str, is_vague: bool) -> None:
        """A rule on the widest class, added later, lowers no finding that is there already."""
        db, regimen, person = case
        before = effects(db, sdb.screen(regimen, person, catalog=db))
        raw = {
            "id": "late-rule",
            "subject": subject,
            "object": "class-a",
            "effect": "additive",
            "mechanism": "unknown",
            "severity": "minor",
            "likelihood": "unlikely",
            "evidence": "mechanistic",
            "action": "inform",
            "summary": "Something happens.",
            "management": "Do something.",
            "roles": ["antacid"] if is_vague else [],
            "sources": [{"source": "source-a"}],
        }
        pair = (subject, "class-a", "additive")
        assume(all((r.subject, r.object, r.effect) != pair for r in db.interactions.values()))
        assume(not any(r.object == "class-a" for r in db.interactions.values()))
        wider = db.overlay(sdb.read({"interactions": [raw]}))
        after = effects(wider, sdb.screen(regimen, person, catalog=wider))

        for place, level in before.items():
            assert level <= after[place]

    @given(cases(min_items=2))
    def test_symmetric(self, case: Any) -> None:
        """Of two minerals that are taken either may be named first."""
        db, regimen, person = case
        whole = sdb.check_interactions(db, regimen, person)
        turned = sdb.check_interactions(db, regimen[::-1], person)

        assert Counter((f.code, f.level, frozenset(f.subjects)) for f in whole) == Counter(
            (f.code, f.level, frozenset(f.subjects)) for f in turned
        )


class TestLimits:
    """ "A boundary triple at each limit"; "an adult limit never on a child"."""

    @given(catalogs(), st.data())
    def test_boundary(self, db: Catalog, data: st.DataObject) -> None:
        """Below and at a limit nothing is found; just above it, it is."""
        limits = [i for i in db.intakes.values() if i.amount is not None]
        assume(limits)
        limit = data.draw(st.sampled_from(limits))
        amount = limit.amount
        assert amount is not None
        person = sdb.Person(age_years=(limit.population.min_months or 0) / 12 + 0.01)
        assume(limit.population.min_months == person.age_months)
        step = sdb.Amount(1, "ug")
        at = sdb.Item(mineral=limit.nutrient, amount=amount, basis="elemental")
        above = sdb.Item(mineral=limit.nutrient, amount=amount + step, basis="elemental")
        below = sdb.Item(
            mineral=limit.nutrient,
            amount=sdb.Amount(amount.to("ug").value - 1, "ug"),
            basis="elemental",
        )
        found = [
            any(
                f.code == "dose.above-limit"
                for f in sdb.screen([item], person, catalog=db).findings
            )
            for item in (below, at, above)
        ]

        assert [False, False, True] == found

    @given(cases(), st.data())
    def test_forms_divide(self, case: Any, data: st.DataObject) -> None:
        """What one form and all others bring is all there is, or more where it is open."""
        db, regimen, person = case
        form = data.draw(st.sampled_from([*db.forms.values()]))
        rows = [
            {
                "id": f"divided-{number}",
                "authority": "EFSA",
                "nutrient": form.minerals[0],
                "kind": "UL",
                "amount": "1 mg",
                "population": {},
                "scope": "supplements",
                "edition": "drawn",
                "sources": [{"source": "source-a"}],
            }
            | more
            for number, more in enumerate(({}, {"forms": [form.id]}, {"except_forms": [form.id]}))
        ]
        wider = db.overlay(codec.records({"intakes": rows}, "drawn"))
        report = sdb.screen(regimen, person, sdb.Policy(authority="EFSA"), catalog=wider)
        margins = sdb.remaining(report).get(form.minerals[0], ())
        assume(margins)
        whole, only, rest = (margin.counted for margin in margins)

        assert only.low + rest.low <= whole.low
        assert only.high + rest.high >= whole.high
        if all(len(item.forms) == 1 for item in regimen if item.mineral == form.minerals[0]):
            assert only + rest == whole

    @given(cases(), st.sampled_from(["UL", "GL", "SAFE"]), st.integers(1, 400))
    def test_strictest(self, case: Any, kind: str, percent: int) -> None:
        """The strictest of two authorities finds no less than either, and is no milder."""
        db, regimen, person = case
        twins = [
            codec.unstructure(limit)
            | {"id": f"twin-{limit.id}", "authority": "EFSA", "kind": kind}
            | ({} if limit.amount is None else {"amount": f"{limit.amount.value * percent:f} ug"})
            for limit in db.intakes.values()
        ]
        wider = db.overlay(codec.records({"intakes": twins}, "drawn"))

        def levels(*authority: str) -> dict[Any, sdb.Level]:
            policy = sdb.Policy(authority=authority, strictest=True)
            return gravest(sdb.screen(regimen, person, policy, catalog=wider))

        both = levels("NASEM", "EFSA")
        for alone in (levels("NASEM"), levels("EFSA")):
            assert all(level <= both[subjects] for subjects, level in alone.items())

    @given(cases())
    def test_own_group(self, case: Any) -> None:
        """The limits of a finding are of groups that the person can belong to."""
        from supplementdb.checks.people import applies

        db, regimen, person = case
        for finding in sdb.screen(regimen, person, catalog=db).findings:
            for id in finding.path:
                if finding.code.startswith("dose.") and id in db.intakes:
                    assert applies(db.intakes[id].population, person) is not False


class TestPlans:
    """ "Every separation is satisfiable or reported"."""

    @given(cases())
    def test_kept_or_told(self, case: Any) -> None:
        """Each intake has a time that keeps the hours of every rule, or the clash is told."""
        db, regimen, person = case
        plan = sdb.plan_day(regimen, person, catalog=db)
        lines = sdb.Regimen.read(regimen, db).lines

        assert bool(plan.conflict) != bool(plan.doses)
        assert {*plan.conflict} <= {*plan.rules}
        if plan.conflict:
            return
        named = {text for text in person.medications if medicines(db, (text,))}
        assert {dose.text for dose in plan.doses} == {*named, *(i.text for i in lines)}
        for text in named:
            alone = sdb.Person(medications=(text,))
            for match in matches(db, lines, alone):
                if match.rule.action == "separate" and match.rule.separation:
                    # The drawn rules ask two hours before.
                    assert _last(plan, text) + 2 <= _first(plan, match.line.text)


def _last(plan: sdb.DayPlan, text: str) -> float:
    return max(_hours(dose.time) for dose in plan.doses if dose.text == text and dose.is_medicine)


def _first(plan: sdb.DayPlan, text: str) -> float:
    return min(_hours(dose.time) for dose in plan.doses if dose.text == text)


def _hours(time: str) -> float:
    hours, minutes = time.split(":")
    return int(hours) + int(minutes) / 60


class TestReports:
    """Every report keeps its promises."""

    @given(cases(min_items=0))
    def test_whole(self, case: Any) -> None:
        """Findings are sorted, cite sources that exist, render, and become JSON."""
        import json

        db, regimen, person = case
        report = sdb.screen(regimen, person, catalog=db)
        levels = [f.level for f in report.findings]

        assert levels == sorted(levels, reverse=True)
        for finding in report.findings:
            assert finding.message
            assert set(finding.sources) <= set(db.sources)
            assert all(db.find(id) is not None for id in finding.path)
        assert json.loads(json.dumps(report.to_dict()))["completeness"] == report.completeness
        assert str(report)

    @given(st.lists(st.text(max_size=30), max_size=4), st.lists(st.text(max_size=9), max_size=2))
    def test_noise(self, lines: list[str], names: list[str]) -> None:
        """Whatever lines and names say, a screening answers and quotes what it did not assess."""
        person = sdb.Person(medications=tuple(names), conditions=tuple(names))
        report = sdb.screen(lines, person)
        quoted = {text for finding in report.not_assessed for text in finding.inputs}

        for line in sdb.Regimen.read(lines):
            assert line.items or line.text in quoted
        for name in names:
            assert name in quoted or sdb.resolve(name).status == "resolved"
