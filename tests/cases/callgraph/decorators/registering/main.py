class App:
    def __init__(self):
        self.routes = {}

    def route(self, path):
        def register(handler):
            self.routes[path] = handler
            return handler
        return register

    def handle(self, path):
        return self.routes[path]()

app = App()

@app.route("/")
def index():
    return page()

@app.route("/about")
def about():
    return page()

def page():
    return 1

app.handle("/")
app.handle("/about")
