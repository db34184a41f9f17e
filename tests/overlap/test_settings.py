from dataclasses import fields

from samestory.overlap.settings import OverlapSettings
from samestory.schema import read_yaml


def test_the_config_describes_every_setting_and_its_default(root):
    schema = read_yaml(root / "workflow/schemas/config.schema.yaml")["properties"]["overlap"]["properties"]
    jobs = {"one_job_up_to_mb", "job_memory_mb"}
    assert set(schema) - jobs == {field.name for field in fields(OverlapSettings)}
    for field in fields(OverlapSettings):
        assert f"(default {field.default})" in schema[field.name]["description"]
