import weakref

class Node:
    def visit(self):
        pass

node = Node()
ref = weakref.ref(node)
ref().visit()
