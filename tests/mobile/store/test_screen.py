from mobile.store.place import HOME, Client, Clients, Document, Me
from mobile.store.screen import Screen
from shared.ids import new_id

ONE, OTHER = new_id(), new_id()


def on(address: str) -> tuple[Screen, list[str]]:
    screen = Screen()
    visited: list[str] = []
    screen.follow(visited.append)
    screen.arrive(address)
    return screen, visited


def test_going_somewhere_is_drawn_at_once_and_told_to_the_address_bar():
    screen, visited = on("/clients")
    screen.go(Me())
    assert screen.place == Me()
    assert visited == ["/moi"]


def test_going_where_one_is_adds_nothing_to_the_history():
    screen, visited = on("/moi")
    screen.go(Me())
    assert visited == []


def test_arriving_by_the_address_bar_does_not_push_it_again():
    screen, visited = on(f"/clients/{ONE}")
    assert screen.place == Client(ONE)
    assert visited == []


def test_back_goes_one_step_up_even_from_a_deep_link():
    screen, _ = on(f"/clients/{ONE}/factures/{OTHER}")
    places: list[object] = [screen.place]
    for _ in range(2):
        screen.back()
        places.append(screen.place)
    assert places == [Document(ONE, OTHER), Client(ONE), Clients()]


def test_the_bar_becomes_a_rail_and_then_two_panes_and_then_three():
    screen = Screen()
    shown = []
    for width in (390, 599, 600, 839, 840, 1199, 1200):
        screen.measure(width, 800)
        shown.append(screen.panes)
    assert shown == ["bar", "bar", "rail", "rail", "two", "two", "three"]


def test_text_is_big_above_130_percent():
    screen = Screen()
    screen.read_at(1.3)
    assert not screen.big
    screen.read_at(2.0)
    assert screen.big


def test_a_client_opened_from_the_day_leads_back_to_it():
    screen, _ = on("/")
    screen.go(Client(ONE))
    screen.go(Document(ONE, OTHER))
    screen.back()
    screen.back()
    assert screen.place == HOME


def test_a_client_opened_from_the_list_leads_back_to_the_list():
    screen, _ = on("/")
    screen.go(Clients())
    screen.go(Client(ONE))
    screen.back()
    assert screen.place == Clients()
