class Renderer:
    def __init__(self):
        self.table = {
            "add": self.render_add,
            "call": self.render_call,
            "constant": self.render_constant,
            "divide": self.render_divide,
            "each": self.render_each,
            "list": self.render_list,
            "multiply": self.render_multiply,
            "name": self.render_name,
            "negate": self.render_negate,
            "number": self.render_number,
            "pair": self.render_pair,
            "subtract": self.render_subtract,
            "text": self.render_text,
            "tuple": self.render_tuple,
        }

    def render(self, kind):
        return self.table[kind]()

    def render_add(self):
        return 1

    def render_call(self):
        return 1

    def render_constant(self):
        return 1

    def render_divide(self):
        return 1

    def render_each(self):
        return 1

    def render_list(self):
        return 1

    def render_multiply(self):
        return 1

    def render_name(self):
        return 1

    def render_negate(self):
        return 1

    def render_number(self):
        return 1

    def render_pair(self):
        return 1

    def render_subtract(self):
        return 1

    def render_text(self):
        return 1

    def render_tuple(self):
        return 1


Renderer().render(input())
