"""The host's computer: keychain, folders, locks."""
