from __future__ import annotations

class Node:
    def __init__(self, next: Node | None = None):
        self.next = next

    def visit(self):
        pass

def last(node: Node) -> Node:
    while node.next is not None:
        node = node.next
    return node

last(Node(Node())).visit()
