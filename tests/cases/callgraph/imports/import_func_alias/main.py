import util as u
h = u.f
h()
x = u
x.f()
