"""Classes that wait when they are made because a class of a library does that they derive from."""
import tempfile
import zipfile

NO_ORACLE = "the oracle does not watch how archives are opened"


class Archives:
    class Archive(zipfile.ZipFile):
        """Has no constructor of its own."""

    class Named:
        def __init__(self, path):
            self.path = path


class Mild:
    class Archive:
        def __init__(self, path):
            self.path = path


with tempfile.NamedTemporaryFile(delete=False) as file:
    zipfile.ZipFile(file, "w").close()


def archive(kinds):
    return kinds.Archive(file.name)


def named(kinds):
    return kinds.Named(file.name)


async def bad_made():
    Archives.Archive(file.name)  # expect: AF105


async def bad_of_a_kind():
    archive(Archives)  # expect: AF105


async def ok_of_another_kind():
    archive(Mild)
    named(Archives)
