"""How we know our files, and which version of the tables this program writes."""

APPLICATION_ID = 1196574547  # "GRGS"
SCHEMA_VERSION = 2
