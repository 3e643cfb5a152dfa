"""The shop with names that try to act in every format we write."""

import json

from studies.shop import shop_study

from analyzer.model.study import Study, decode, encode

ATTACKS = {
    "checkout": "checkout</script><script>window.acted=1</script>",
    "Orders": '<img src=x onerror="window.acted=2">Orders',
    "Payments": 'Payments"]; node [label=<b>]; x["\'`${7*7}{{7*7}}',
    "catalogue_product": "catalogue_product\u2028]]>--></style>&lt;x",
    "From basket to receipt": '=HYPERLINK("http://evil")\n@enduml\n!include x',
    "Put prices behind a function": "[x](javascript:alert(1)) | <b>bold</b> \u202egnp.exe",
    "Two call sites.": "# heading\r\n- list\x00\x1b[31m",
    "price_of": "price_of%%{init: {}}%%\\\\",
}


def hostile_study() -> Study:
    """Every name replaced everywhere it occurs, keys included."""
    text = encode(shop_study()).decode()
    for name, attack in ATTACKS.items():
        text = text.replace(name, json.dumps(attack, ensure_ascii=False)[1:-1])
    return decode(text.encode())
