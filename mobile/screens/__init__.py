"""Screens: a store and components. They decide what is shown, never what is owed."""
