from shop import Cart

Cart().add()
