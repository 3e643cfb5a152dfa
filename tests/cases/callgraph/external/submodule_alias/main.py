import a.b as short

short.call()
