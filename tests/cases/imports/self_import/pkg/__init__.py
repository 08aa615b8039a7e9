from . import tools as _tools

tools = _tools
