"""English sentences about what a device keeps, and about being without a network."""

from typing import Final

from mobile.strings import catalogue_offline as c
from mobile.strings.phrase import Phrase, Plural

OFFLINE: Final = c.Offline(
    elsewhere="Open in another window",
    first=Plural(
        "First load: {n} client", "First load: {n} clients", none="First load...", language="en"
    ),
    newer_release="A later release of the app wrote this device's entries: update it.",
    unreadable="This device's entries cannot be read. They are left as they are.",
    not_yours="This device's entries are somebody else's. They are left as they are.",
    nothing_yet="Your clients are not on this device yet: the first load needs the network.",
    older="The rest of the thread needs the network.",
    conversation="What was said of this dispute needs the network.",
    settlements="What settled this document needs the network.",
    brief_partly="Without mentions: they need the network.",
    day_of=Phrase("Your day of {day}, as it was read. Today's needs the network."),
    day_needs="Your day needs the network. Your clients are here without it.",
    title="Offline data",
    clients="Clients",
    size="Size",
    megabytes=Phrase("{n} MB"),
    read_at="Last read",
    never="Never",
    refresh="Refresh",
    erase="Erase from this device",
    erase_ask="Your clients will not be here without a network. Your entries stay.",
    erase_yes="Erase",
    erased="Erased: nothing of your clients is kept until you refresh.",
    for_good="Kept until you erase them.",
    not_for_good="The device may erase them when it runs out of room.",
    encrypted="Encrypted on this device.",
    not_encrypted="Not encrypted by the app: whoever opens this device can read them.",
)
