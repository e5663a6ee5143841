"""Qt Widgets. Pages take values in and send signals out; they know neither the store nor the network."""
