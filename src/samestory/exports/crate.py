"""The Workflow Run RO-Crate: which workflow made which files from which inputs, with which parameters.

RO-Crate 1.1 with the profiles Process Run Crate 0.5, Workflow Run Crate 0.5 and Workflow RO-Crate 1.0. It is made
from content alone: no end of the run, no machine and no person, which the profiles recommend. The rocrate library
would add .7 s to the job for a page of JSON; the tests read the crate back with it.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from samestory.exports.contents import CRATE, MEDIA_TYPES
from samestory.exports.identity import guid
from samestory.provenance import checksum

CONTEXT = ["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"]
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
WORKFLOW_CRATE = "https://w3id.org/workflowhub/workflow-ro-crate/1.0"
PROFILES = {
    "https://w3id.org/ro/wfrun/process/0.5": ("Process Run Crate", "0.5"),
    "https://w3id.org/ro/wfrun/workflow/0.5": ("Workflow Run Crate", "0.5"),
    WORKFLOW_CRATE: ("Workflow RO-Crate", "1.0"),
}
# The file of the crate that is the workflow.
WORKFLOW = "workflow/Snakefile"
SNAKEMAKE = "https://w3id.org/workflowhub/workflow-ro-crate#snakemake"
# Above this many raw files texts.csv stands for them.
MAX_RAW = 1000

Entity = dict[str, Any]


def crate(
    folder: Path,
    files: Mapping[str, str],
    *,
    name: str,
    description: str,
    rights: str,
    date: str,
    raw: Mapping[str, str],
    parameters: Mapping[str, Any],
    versions: Mapping[str, str],
) -> Entity:
    """Describe a run.

    Args:
        folder: where ro-crate-metadata.json will lie.
        files: what each file of the crate is, by its path below the folder; those below workflow/ are the workflow
            (workflow/Snakefile first of all), those below inputs/ its inputs.
        name: the corpus in a line.
        description: what the crate is.
        rights: who may do what with it.
        date: datePublished, which RO-Crate demands: a date of the corpus, not of the run.
        raw: the hash of each raw file, which the crate does not hold.
        parameters: the workflow's settings.
        versions: the locked version of each package.
    """
    digests = {file: checksum(folder / file) for file in files}
    run = f"#run-{guid('run', *digests.values())}"
    settings = [_setting(key, value) for key, value in sorted(parameters.items())]
    texts = _raw(raw)
    root = {
        "@id": "./", "@type": "Dataset", "name": name, "description": description, "datePublished": date,
        "license": {"@id": "#rights"}, "conformsTo": [{"@id": profile} for profile in PROFILES],
        "mainEntity": {"@id": WORKFLOW}, "mentions": {"@id": run}, "hasPart": _addresses(files),
    }  # fmt: skip
    graph = [
        _descriptor(),
        root,
        {"@id": "#rights", "@type": "CreativeWork", "name": "Rights", "description": rights},
        *(
            {"@id": profile, "@type": "CreativeWork", "name": title, "version": version}
            for profile, (title, version) in PROFILES.items()
        ),
        *(_file(folder, file, what, digests[file], settings, versions) for file, what in files.items()),
        _language(versions),
        *(_package(package, version) for package, version in versions.items()),
        _action(run, name, files, texts, settings),
        *texts,
        *settings,
        *(_parameter(setting) for setting in settings),
    ]
    return {"@context": CONTEXT, "@graph": graph}


def _action(run: str, name: str, files: Collection[str], texts: list[Entity], settings: list[Entity]) -> Entity:
    """Describe the run itself: what it was given, and what came out."""
    inputs = [file for file in files if file.startswith("inputs/")]
    results = [file for file in files if not file.startswith(("inputs/", "workflow/"))]
    return {
        "@id": run, "@type": "CreateAction", "name": f"samestory on {name}",
        "description": "One run of the workflow, from the raw files to these results.", "instrument": {"@id": WORKFLOW},
        "object": [*_references(texts), *_addresses(inputs), *_references(settings)], "result": _addresses(results),
        "actionStatus": "http://schema.org/CompletedActionStatus",
    }  # fmt: skip


def _descriptor() -> Entity:
    return {
        "@id": CRATE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": [{"@id": SPECIFICATION}, {"@id": WORKFLOW_CRATE}],
    }


def _file(
    folder: Path, file: str, what: str, digest: str, settings: list[Entity], versions: Mapping[str, str]
) -> Entity:
    """Describe one file; the Snakefile is the workflow itself."""
    path = folder / file
    entity: Entity = {
        "@id": quote(file), "@type": "File", "name": what, "contentSize": str(path.stat().st_size),
        "encodingFormat": MEDIA_TYPES[path.suffix], "sha256": digest,
    }  # fmt: skip
    if file == "README.md":
        entity["about"] = {"@id": "./"}
    if file == WORKFLOW:
        entity |= {
            "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow"],
            "version": versions["samestory"],
            "conformsTo": {"@id": "https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE"},
            "programmingLanguage": {"@id": SNAKEMAKE},
            "input": [setting["exampleOfWork"] for setting in settings],
            "softwareRequirements": [{"@id": _package(*item)["@id"]} for item in versions.items()],
        }
    return entity


def _language(versions: Mapping[str, str]) -> Entity:
    return {
        "@id": SNAKEMAKE, "@type": "ComputerLanguage", "name": "Snakemake", "version": versions["snakemake"],
        "identifier": {"@id": "https://doi.org/10.1093/bioinformatics/bts480"},
        "url": {"@id": "https://snakemake.readthedocs.io"},
    }  # fmt: skip


def _package(name: str, version: str) -> Entity:
    return {
        "@id": f"#package-{name}", "@type": "SoftwareApplication", "name": name, "softwareVersion": version,
        "url": f"https://pypi.org/project/{name}/",
    }  # fmt: skip


def _raw(raw: Mapping[str, str]) -> list[Entity]:
    """Describe the raw files, which belong to their publishers and are not in the crate."""
    if len(raw) > MAX_RAW:
        return [{"@id": "#raw", "@type": "Collection", "name": f"{len(raw):,} raw files, listed in texts.csv"}]
    return [
        {"@id": f"#raw/{quote(file)}", "@type": "CreativeWork", "name": file, "sha256": digest}
        for file, digest in raw.items()
    ]


def _setting(key: str, value: Any) -> Entity:
    return {
        "@id": f"#setting-{key}", "@type": "PropertyValue", "name": key, "value": str(value),
        "exampleOfWork": {"@id": f"#parameter-{key}"},
    }  # fmt: skip


def _parameter(setting: Entity) -> Entity:
    return {
        "@id": setting["exampleOfWork"]["@id"], "@type": "FormalParameter", "additionalType": "Text",
        "name": setting["name"], "workExample": {"@id": setting["@id"]},
        "conformsTo": {"@id": "https://bioschemas.org/profiles/FormalParameter/1.0-RELEASE"},
    }  # fmt: skip


def _references(entities: list[Entity]) -> list[Entity]:
    return [{"@id": entity["@id"]} for entity in entities]


def _addresses(files: Iterable[str]) -> list[Entity]:
    return [{"@id": quote(file)} for file in files]
