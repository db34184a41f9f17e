"""The lock files name the public index and nothing else."""

import re
import tomllib

PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org"}


def test_uv_lock_names_only_the_public_index(root):
    hosts = set(re.findall(r"[a-z+]+://([^/\"]+)", (root / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == PUBLIC_HOSTS


def test_requirements_lock_names_no_index_and_hashes_every_file(root):
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    requirements = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL)
    assert len(requirements) > 50
    assert all("--hash=sha256:" in requirement for requirement in requirements)


def test_requirements_lock_holds_the_versions_of_uv_lock(root):
    locked = tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))["package"]
    versions = {(package["name"], package["version"]) for package in locked if "version" in package}
    exported = re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", (root / "requirements.lock").read_text(), re.MULTILINE)
    assert set(exported) <= versions


def test_every_dependency_is_explained(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    listed = [*project["project"]["dependencies"], *(requirement for group in groups for requirement in group)]
    names = {re.match(r"[\w.-]+", requirement)[0] for requirement in listed}
    explained = set(re.findall(r"^\| ([\w.-]+) \|", (root / "docs/dependencies.md").read_text(), re.MULTILINE))
    assert explained - {"package"} == names
