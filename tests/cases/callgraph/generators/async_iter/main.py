class It:
    def __aiter__(self): return self
    async def __anext__(self): return f
def f(): pass
async def main():
    async for x in It():
        x()
