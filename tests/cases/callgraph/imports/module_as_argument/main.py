import red
import blue

def draw(backend):
    return backend.paint()

draw(red)
for backend in (red, blue):
    draw(backend)
