from collections import OrderedDict

def a():
    pass

def b():
    pass

table = OrderedDict()
table["a"] = a
table["b"] = b
for name, function in table.items():
    function()
table["a"]()
