import asyncio

class Api:
    async def fetch(self):
        return self

    def parse(self):
        pass

async def work(api):
    result = await api.fetch()
    result.parse()

async def main():
    await asyncio.gather(work(Api()), work(Api()))

asyncio.run(main())
