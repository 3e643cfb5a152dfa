class Visitor:
    def visit(self, kind):
        method = getattr(self, "visit_" + kind, self.generic)
        return method()

    def visit_name(self):
        return 1

    def generic(self):
        return 2

Visitor().visit("name")
Visitor().visit("other")
