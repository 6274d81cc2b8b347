from hypothesis import given
from hypothesis import strategies as st

from mobile.platform.devices import device_name
from mobile.platform.preferences import understood

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/131.0.0.0 Mobile Safari/537.36"
)
TABLET = (
    "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)


def test_a_device_is_called_by_its_browser_and_its_machine():
    assert device_name(PHONE) == "Chrome · Android"
    assert device_name(TABLET) == "Safari · iPad"


def test_an_unknown_device_is_called_by_the_app():
    assert device_name("") == "Encours"


@given(st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text())))
def test_what_was_not_written_by_the_app_counts_as_nothing(kept):
    assert understood(kept) == {} or isinstance(understood(kept), dict)


def test_only_words_are_read_back():
    assert understood('{"token": "one", "theme": 3}') == {"token": "one"}
