"""Tools of developers; nothing of this is shipped."""
