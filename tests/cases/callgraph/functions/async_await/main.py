class Result:
    def show(self):
        pass


async def load():
    return Result()


async def start():
    result = await load()
    result.show()
