# SPDX-License-Identifier: MIT
"""Words that stand beside the name of a medicine: its dose, its rhythm, how it is used."""

from __future__ import annotations

__all__ = ["BESIDE", "DENYING", "LOCAL", "NOT_SWALLOWED", "SWALLOWED"]


def __dir__() -> list[str]:
    return __all__


LOCAL = frozenset(
    (
        "cream creams ointment ointments lotion shampoo foam eye eyes ear ears nasal nose inhaler "
        "inhalers inhaled inhalation evohaler accuhaler turbohaler respimat ellipta easyhaler "
        "nebuliser nebulizer nebules puffer topical topically skin scalp "
        "vaginal vaginally pessary pessaries ophthalmic otic mouthwash gel gels emulgel "
        "plaster"
    ).split()
)
"""Words of a use from which little reaches the rest of the body."""

NOT_SWALLOWED = LOCAL | frozenset(
    (
        "injection injections injected injectable iv intravenous im intramuscular sc subcutaneous "
        "infusion infusions drip implant depot pen pens penfill kwikpen flexpen solostar syringe "
        "patch patches transdermal "
        "suppository suppositories rectal enema"
    ).split()
)
"""Words of a use that keeps the medicine out of the gut, or out of its upper part."""

SWALLOWED = frozenset(
    "oral po tablet tablets tab tabs capsule capsules cap caps pill pills".split()
)
"""Words that say that it is swallowed, whatever else is said."""

DENYING = frozenset(
    (
        "no not never without stopped stop finished discontinued former formerly previous "
        "previously past history longer used allergic allergy intolerant"
    ).split()
)
"""Words that say that a medicine is not taken, or may not be."""

_PLAIN = frozenset(
    (
        "a an d i t with before after food meal breakfast lunch dinner noon once twice daily day "
        "days week weekly month monthly every each night nightly morning evening bedtime at "
        "in the per x od bd bid tds tid qid qd qhs prn "
        "mg mcg ug g ml iu meq mmol er xr sr ec dr la hour hours h "
        "microgram micrograms milligram milligrams gram grams am pm bed water glass and film "
        "coated extended release modified prolonged sustained immediate delayed dose doses tm "
        "monohydrate dihydrate hyclate hydrochloride hcl sodium take takes taking times "
        "drop drops spray solution liquid syrup suspension sachet sachets powder "
        "granules effervescent chewable soluble dispersible orodispersible lozenge lozenges xl "
        "cr mr retard acting long gastro resistant enteric low high strength generic brand "
        "plus aka mane nocte om on qam qpm qds stat prn one two three half quarter directed needed "
        "as when required my own same mondays tuesdays wednesdays thursdays fridays saturdays "
        "sundays monday tuesday wednesday thursday friday saturday sunday alternate days "
        "teva accord sandoz mylan zentiva almus actavis aurobindo "
        "fortnightly hourly hrs hr regular regularly usually currently started since"
    ).split()
)

BESIDE = NOT_SWALLOWED | SWALLOWED | _PLAIN
"""All words that may stand beside a name without being part of it."""
