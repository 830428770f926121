"""Things that can be pressed: buttons, options, switches, fields. `base` is their contract."""
