import sys
if sys.version_info > (3,):
    from x import f
else:
    from y import f
f()
