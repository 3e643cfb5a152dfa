class Block:
    def use(self):
        pass

left = [1, 2]

def read():
    if left:
        del left[0]
        return Block()
    return None

for block in iter(read, None):
    block.use()
