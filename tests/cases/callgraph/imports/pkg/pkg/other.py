def g(): pass
def _h(): pass
