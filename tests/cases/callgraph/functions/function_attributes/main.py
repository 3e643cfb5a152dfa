def render():
    return render.formatter()

def plain():
    pass

render.formatter = plain
render()
