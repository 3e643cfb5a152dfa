class Tree:
    class Node:
        def __init__(self, value):
            self.value = value

        def walk(self):
            pass

    def __init__(self):
        self.root = self.Node(1)

    def walk(self):
        self.root.walk()

Tree().walk()
