from typing import Any, cast

class Shop:
    def sell(self):
        pass

def serve(thing: Any):
    shop = cast("Shop", thing)
    shop.sell()

def serve2(thing: Any):
    cast(Shop, thing).sell()

serve(Shop())
serve2(Shop())
