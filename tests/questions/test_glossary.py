"""The glossary."""

from bot.questions.glossary import Glossary

GLOSSARY = Glossary([["Elbil", "electric car"], ["elbil", "bil"], ["hav"], ["", "sjø"]])


def test_phrase_means_all_rows_it_stands_in() -> None:
    assert GLOSSARY.same(["elbil"]) == (("elbil",), ("electric", "car"), ("bil",))
    assert GLOSSARY.same(["electric", "car"]) == (("elbil",), ("electric", "car"))
    assert GLOSSARY.same(["car"]) == ()


def test_words_are_folded_and_empty_phrases_left_out() -> None:
    assert GLOSSARY.words == {"elbil", "electric", "car", "bil", "hav", "sjo"}
    assert (("sjo",) in GLOSSARY, GLOSSARY.longest) == (True, 2)


def test_inflected_word_is_found_by_its_stem_unless_that_is_short() -> None:
    assert GLOSSARY.inflected("elbilene", "nb") == GLOSSARY.same(["elbil"])
    assert GLOSSARY.inflected("havet", "nb") == ()
    assert GLOSSARY.inflected("båtene", "nb") == ()
