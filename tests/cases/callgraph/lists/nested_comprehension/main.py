class Cell:
    def value(self):
        return 1

grid = [[Cell() for _ in range(2)] for _ in range(2)]
flat = [cell for row in grid for cell in row]
for cell in flat:
    cell.value()
[cell.value() for row in grid for cell in row]
