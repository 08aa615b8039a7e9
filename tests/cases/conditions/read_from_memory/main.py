"""Modules that read or write a file that they are given: one that lies in memory blocks nobody."""

import email
import io
import marshal
import pickle
import plistlib
import xml.dom.minidom
import xml.etree.ElementTree as ElementTree

PLIST = plistlib.dumps({"a": 1})


async def ok_in_memory():
    buffer = io.BytesIO()
    tree = ElementTree.ElementTree(ElementTree.Element("a"))
    tree.write(buffer)
    xml.dom.minidom.parse(io.BytesIO(buffer.getvalue()))
    email.message_from_file(io.StringIO("Subject: x\n\n"))
    email.message_from_binary_file(io.BytesIO(b"Subject: x\n\n"))
    marshal.load(io.BytesIO(marshal.dumps(1)))
    plistlib.load(io.BytesIO(PLIST))
    plistlib.dump({"a": 1}, buffer)
    pickled = io.BytesIO()
    pickle.Pickler(pickled).dump(1)
    pickle.Unpickler(io.BytesIO(pickled.getvalue())).load()


async def bad_on_disk():
    with open("b", "w+b") as file:  # expect: AF105, AF105
        pickle.Pickler(file).dump(1)  # expect: AF105
        plistlib.dump({"a": 1}, file)  # expect: AF105
        marshal.dump(1, file)  # expect: AF105
