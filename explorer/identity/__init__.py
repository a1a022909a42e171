"""Who is who, and which reports tell of one thing: pure functions, which the store calls where something changed."""
