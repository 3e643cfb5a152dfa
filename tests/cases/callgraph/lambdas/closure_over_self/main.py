class Button:
    def __init__(self, command):
        self.command = command

    def click(self):
        self.command()

class Window:
    def __init__(self):
        self.button = Button(lambda: self.close())

    def close(self):
        pass

Window().button.click()
