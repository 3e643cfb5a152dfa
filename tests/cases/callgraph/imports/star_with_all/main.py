from library import *

public()
