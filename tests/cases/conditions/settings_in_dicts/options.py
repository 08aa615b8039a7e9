OPTIONS = {"wait": False}
