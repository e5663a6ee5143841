"""The domain: bookings, links, busy time, slots, verdicts and troubles. Stdlib only, no input or output."""
