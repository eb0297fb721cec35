"""The desk on disk: encrypted database and vault. The only room that knows peewee."""
