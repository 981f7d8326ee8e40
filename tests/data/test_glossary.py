from data.glossary import glossary


def test_rows_have_words_and_no_word_twice() -> None:
    rows = glossary()
    assert [row for row in rows if len(row) < 2] == []
    assert [row for row in rows if len({*row}) < len(row)] == []
    assert [word for row in rows for word in row if not word or word != word.strip()] == []
