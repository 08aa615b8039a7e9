"""XML that is read from and written to the disk."""

import xml.dom.minidom
import xml.etree.ElementTree as ElementTree

NO_ORACLE = "the library opens the files"


async def bad(folder):
    tree = ElementTree.ElementTree(ElementTree.Element("a"))
    tree.write(folder / "a.xml")  # expect: AF105
    tree.parse(folder / "a.xml")  # expect: AF105
    xml.dom.minidom.parse(str(folder / "a.xml"))  # expect: AF105
