"""Who does what on a production: director, writer, cast, producer, composer, cinematographer.

What it reads: a person beside the words of a job (`directed by`, `star`, `plays`), in runs too; who left or is denied;
who is rumoured. What it leaves alone: other titles' people, authors of documents, characters, who is merely quoted.
"""

from setwatch.claims.people.credits import find, tellings

__all__ = ["find", "tellings"]
