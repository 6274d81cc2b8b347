from hypothesis import given
from hypothesis import strategies as st

from mobile.store.place import (
    HOME,
    TABS,
    Client,
    Clients,
    Document,
    Link,
    Me,
    Nowhere,
    Today,
    place_of,
    trail,
)
from shared.ids import new_id

ONE, OTHER = new_id(), new_id()
PLACES = st.one_of(
    st.sampled_from([HOME, Clients(), Me()]),
    st.builds(Client, st.uuids(), st.sampled_from(list(TABS))),
    st.builds(Document, st.uuids(), st.uuids()),
    st.text("abcXYZ019_-", min_size=1).map(Link),
)


@given(PLACES)
def test_every_place_has_an_address_that_leads_back_to_it(place):
    assert place_of(place.path) == place


@given(st.text())
def test_every_address_leads_somewhere(address):
    assert place_of("/" + address).path.startswith("/")


def test_the_root_is_the_day():
    assert place_of("/") == HOME == Today()
    assert place_of("") == HOME


def test_a_trailing_slash_and_a_query_change_nothing():
    assert place_of(f"/clients/{ONE}/?from=mail#top") == Client(ONE)


def test_each_tab_of_a_file_has_an_address():
    assert place_of(f"/clients/{ONE}/fil") == Client(ONE, "thread")
    assert trail(Client(ONE, "thread")) == (Clients(), Client(ONE, "thread"))


def test_an_id_that_is_none_leads_nowhere():
    assert place_of("/clients/42") == Nowhere("/clients/42")
    assert isinstance(place_of(f"/clients/{ONE}/factures/x"), Nowhere)


def test_an_invoice_is_reached_through_its_client_and_the_list():
    document = Document(ONE, OTHER)
    assert trail(document) == (Clients(), Client(ONE), document)
    assert trail(document, Today()) == (Today(), Client(ONE), document)


def test_me_stands_by_itself():
    assert trail(Me()) == (Me(),)
