"""A stand-in for Apple's calendar server, as strict and as awkward as the real one. For the demo and the tests only.

Everything it does that a plain CalDAV server would not is a row of a table of measured behaviour (`docs/icloud.md` has
the rows and where each is done). It runs in a process of its own (`python -m workestra_desktop.demo.icloud`) with two
loopback hosts, the entry and the partition, and a third port through which tests and the demo play the phone, switch
faults on and read what was sent.
"""
