"""Wan ATI Studio inside ComfyUI: its page in `web`, and no nodes of its own.

ComfyUI serves WEB_DIRECTORY at /extensions/<this folder>/ and its page imports every .js file there: that is
`wanAtiStudio.js` alone, the chunks of the app are .mjs.
"""

WEB_DIRECTORY = "./web"
NODE_CLASS_MAPPINGS = {}
NODE_DISPLAY_NAME_MAPPINGS = {}

__all__ = ["NODE_CLASS_MAPPINGS", "NODE_DISPLAY_NAME_MAPPINGS", "WEB_DIRECTORY"]
