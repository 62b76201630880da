# SPDX-License-Identifier: MIT
"""
What a mineral supplement is: minerals, their forms, limits, interactions and cautions, as data.

Importing does no work: every name below is bound when it is first used.
"""

# Type checkers go by the name; importing `typing` for it would be work.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._version import __version__ as __version__
    from .absorption import (
        AbsorptionEstimate as AbsorptionEstimate,
        absorption_curve as absorption_curve,
        estimate_absorption as estimate_absorption,
    )
    from .amounts import (
        Amount as Amount,
        AmountRange as AmountRange,
        Unit as Unit,
    )
    from .catalog import (
        Catalog as Catalog,
        Collection as Collection,
        Records as Records,
    )
    from .checks.cautions import check_cautions as check_cautions
    from .checks.dose import check_dose as check_dose
    from .checks.interactions import check_interactions as check_interactions
    from .checks.policy import Policy as Policy
    from .checks.timing import check_timing as check_timing
    from .comparison import (
        Comparison as Comparison,
        FormFacts as FormFacts,
        LimitComparison as LimitComparison,
        compare_forms as compare_forms,
        compare_limits as compare_limits,
    )
    from .daily_values import (
        daily_amount as daily_amount,
        daily_percent as daily_percent,
        daily_value as daily_value,
    )
    from .errors import (
        AmountError as AmountError,
        DataError as DataError,
        InputError as InputError,
        NotComputableError as NotComputableError,
        Problem as Problem,
        SupplementDBError as SupplementDBError,
        UnitError as UnitError,
        UnknownIdError as UnknownIdError,
    )
    from .evidence import (
        Explanation as Explanation,
        claims as claims,
        explain as explain,
    )
    from .finding import (
        CODES as CODES,
        Finding as Finding,
        Level as Level,
        level_of as level_of,
    )
    from .loading import (
        load as load,
        read as read,
    )
    from .measurements import (
        AbsorptionComparison as AbsorptionComparison,
        StudyResults as StudyResults,
        compare_absorption as compare_absorption,
        reasons_apart as reasons_apart,
    )
    from .model.absorption import Absorption as Absorption
    from .model.absorption_model import AbsorptionModel as AbsorptionModel
    from .model.axes import (
        Action as Action,
        Evidence as Evidence,
        Likelihood as Likelihood,
        Severity as Severity,
    )
    from .model.biomarker import Biomarker as Biomarker
    from .model.caution import Caution as Caution
    from .model.claim import (
        Certainty as Certainty,
        Claim as Claim,
        Verdict as Verdict,
        verdict_of as verdict_of,
    )
    from .model.common import (
        Citation as Citation,
        Name as Name,
        Population as Population,
        Remark as Remark,
        Xref as Xref,
    )
    from .model.condition import Condition as Condition
    from .model.effect import AdverseEffect as AdverseEffect
    from .model.factor import (
        Factor as Factor,
        Intervention as Intervention,
    )
    from .model.form import Form as Form
    from .model.intake import (
        Authority as Authority,
        IntakeKind as IntakeKind,
        ReferenceIntake as ReferenceIntake,
        Scope as Scope,
    )
    from .model.interaction import (
        Interaction as Interaction,
        Separation as Separation,
    )
    from .model.medication import (
        Medication as Medication,
        MedicationClass as MedicationClass,
    )
    from .model.source import Source as Source
    from .model.substance import (
        Ligand as Ligand,
        Mineral as Mineral,
        MineralClass as MineralClass,
    )
    from .model.target import Target as Target
    from .model.transporter import Transporter as Transporter
    from .names.resolve import (
        Candidate as Candidate,
        Resolution as Resolution,
    )
    from .placing import PlanRule as PlanRule
    from .reading import (
        read_label as read_label,
        read_row as read_row,
        read_stack as read_stack,
        resolve as resolve,
    )
    from .regimen import (
        Basis as Basis,
        Doubt as Doubt,
        Item as Item,
        Line as Line,
        Person as Person,
    )
    from .report import (
        Completeness as Completeness,
        Margin as Margin,
        Report as Report,
        Total as Total,
    )
    from .schedule import (
        DayPlan as DayPlan,
        Dose as Dose,
        plan_day as plan_day,
    )
    from .screening import (
        DEFAULT_RULES as DEFAULT_RULES,
        Regimen as Regimen,
        reference_intakes as reference_intakes,
        remaining as remaining,
        screen as screen,
    )

_HOME = {
    "__version__": "_version",
    "AbsorptionEstimate": "absorption",
    "absorption_curve": "absorption",
    "estimate_absorption": "absorption",
    "Amount": "amounts",
    "AmountRange": "amounts",
    "Unit": "amounts",
    "Catalog": "catalog",
    "Collection": "catalog",
    "Records": "catalog",
    "check_cautions": "checks.cautions",
    "check_dose": "checks.dose",
    "check_interactions": "checks.interactions",
    "check_timing": "checks.timing",
    "Policy": "checks.policy",
    "Comparison": "comparison",
    "FormFacts": "comparison",
    "LimitComparison": "comparison",
    "compare_forms": "comparison",
    "compare_limits": "comparison",
    "daily_amount": "daily_values",
    "daily_percent": "daily_values",
    "daily_value": "daily_values",
    "Explanation": "evidence",
    "claims": "evidence",
    "explain": "evidence",
    "AbsorptionComparison": "measurements",
    "StudyResults": "measurements",
    "compare_absorption": "measurements",
    "reasons_apart": "measurements",
    "Absorption": "model.absorption",
    "AbsorptionModel": "model.absorption_model",
    "Certainty": "model.claim",
    "Claim": "model.claim",
    "Verdict": "model.claim",
    "verdict_of": "model.claim",
    "Intervention": "model.factor",
    "Target": "model.target",
    "AmountError": "errors",
    "DataError": "errors",
    "InputError": "errors",
    "NotComputableError": "errors",
    "Problem": "errors",
    "SupplementDBError": "errors",
    "UnitError": "errors",
    "UnknownIdError": "errors",
    "CODES": "finding",
    "Completeness": "report",
    "Finding": "finding",
    "Level": "finding",
    "Margin": "report",
    "Report": "report",
    "Total": "report",
    "level_of": "finding",
    "load": "loading",
    "read": "loading",
    "Action": "model.axes",
    "Evidence": "model.axes",
    "Likelihood": "model.axes",
    "Severity": "model.axes",
    "Biomarker": "model.biomarker",
    "Citation": "model.common",
    "Name": "model.common",
    "Population": "model.common",
    "Remark": "model.common",
    "Xref": "model.common",
    "Caution": "model.caution",
    "Condition": "model.condition",
    "AdverseEffect": "model.effect",
    "Factor": "model.factor",
    "Form": "model.form",
    "Authority": "model.intake",
    "IntakeKind": "model.intake",
    "ReferenceIntake": "model.intake",
    "Scope": "model.intake",
    "Interaction": "model.interaction",
    "Separation": "model.interaction",
    "Medication": "model.medication",
    "MedicationClass": "model.medication",
    "Source": "model.source",
    "Ligand": "model.substance",
    "Mineral": "model.substance",
    "MineralClass": "model.substance",
    "Transporter": "model.transporter",
    "Candidate": "names.resolve",
    "Resolution": "names.resolve",
    "Basis": "regimen",
    "Doubt": "regimen",
    "Item": "regimen",
    "Line": "regimen",
    "Person": "regimen",
    "DayPlan": "schedule",
    "Dose": "schedule",
    "PlanRule": "placing",
    "plan_day": "schedule",
    "read_label": "reading",
    "read_row": "reading",
    "read_stack": "reading",
    "resolve": "reading",
    "DEFAULT_RULES": "screening",
    "Regimen": "screening",
    "reference_intakes": "screening",
    "remaining": "screening",
    "screen": "screening",
}

__all__ = [*_HOME]  # noqa: PLE0604  # the keys are texts; one table is the rule


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    from importlib import import_module

    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value
