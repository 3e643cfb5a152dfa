import asyncio

class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        pass

    def rows(self):
        return []

async def pages():
    yield Session()

async def main():
    async with Session() as s:
        s.rows()
    async for page in pages():
        page.rows()
    [p.rows() async for p in pages()]

asyncio.run(main())
