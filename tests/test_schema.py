import pytest

from samestory.schema import InputError, read_yaml, validate

CONFIG = {
    "corpus": "ferry",
    "articles_per_shard": 10,
    "csv_up_to_mb": 1,
    "overlap": {},
    "show": {"max_documents": 9, "reading_room": 9},
}


def test_a_good_config_passes():
    validate(CONFIG, "config", "config.yaml")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"corpsu": "x"}, "config.yaml: unknown key 'corpsu'; did you mean 'corpus'?"),
        ({"corpus": 0}, "config.yaml: corpus is 0; write text (a name under corpora/"),
        ({"articles_per_shard": 0}, "config.yaml: articles_per_shard is 0; write a number of at least 1"),
        ({"articles_per_shard": "many"}, "articles_per_shard is 'many'; write a whole number"),
        # One token ahead never gives the two in a row that an alignment needs.
        ({"overlap": {"look": 1}}, "overlap.look is 1; write a number of at least 2"),
        ({"show": {"max_documents": 9}}, "config.yaml: show lacks 'reading_room'; add it"),
        ({"show": None}, "config.yaml: show is empty; write keys with values"),
        ({"show": {"max_document": 1, "max_documents": 1}}, "unknown key 'max_document' in show; did you mean"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_to_write(change, message):
    with pytest.raises(InputError) as caught:
        validate({**CONFIG, **change}, "config", "config.yaml")
    assert message in str(caught.value)


def test_yaml_words_stay_words(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text("answer: no\ntime: 4:15\ndate: 2024-02-03\n", encoding="utf-8")
    assert dict(read_yaml(path)) == {"answer": "no", "time": "4:15", "date": "2024-02-03"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"a: 1\nb: [1\n", r"words\.yaml, line \d: not valid YAML"),
        (b"a: 1\na: 2\n", r"words\.yaml, line 2: not valid YAML: found duplicate key"),
        (b"a: \xff\n", "not UTF-8"),
        (b"a: \x00\n", "not valid YAML"),
    ],
)
def test_broken_yaml_names_file_and_line(tmp_path, content, complaint):
    path = tmp_path / "words.yaml"
    path.write_bytes(content)
    with pytest.raises(InputError, match=complaint):
        read_yaml(path)


def test_a_mistake_inside_a_list_names_its_own_line(tmp_path):
    path = tmp_path / "codebook.yaml"
    path.write_text(
        "variables:\n  - name: crossings\n    type: count\n  - name: dead\n    tpye: count\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"line 5: unknown key 'tpye' in variables\.1; did you mean 'type'"):
        validate(read_yaml(path), "codebook", str(path))


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("variables:\n\t- name: dead\n", 2, "indent with spaces, not with a tab"),
        ("triggers: [*died]\n", 1, "put words that begin with a star in quotes"),
        ("title: Fire: two dead\n", 1, "put words that hold a colon in quotes"),
    ],
)
def test_the_usual_errors_in_yaml_say_what_to_do(tmp_path, text, line, hint):
    (tmp_path / "codebook.yaml").write_text(text)
    with pytest.raises(InputError, match=f"codebook.yaml, line {line}: not valid YAML: .*; {hint}"):
        read_yaml(tmp_path / "codebook.yaml")
