class Leaf:
    def touch(self):
        pass

class Branch:
    def __init__(self):
        self.leaves = [Leaf(), Leaf()]

    def __iter__(self):
        return iter(self.leaves)

    def __len__(self):
        return len(self.leaves)

for leaf in Branch():
    leaf.touch()
first, second = Branch()
first.touch()
[*Branch()][0].touch()
len(Branch())
