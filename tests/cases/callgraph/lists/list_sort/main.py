def k(x): return x
l = [1]
l.sort(key=k)
sorted(l, key=lambda v: v)
