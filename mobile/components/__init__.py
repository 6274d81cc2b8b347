"""What screens are made of: functions of a `Look` and of values, without state or network.

A screen imports them as `from mobile.components import buttons, layout, words`. Everything a thumb
may hit is at least theme.TARGET tall; everything a test or a blind user needs has an identifier.
"""
