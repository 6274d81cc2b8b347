import flet

from mobile.app import main

flet.run(main)
