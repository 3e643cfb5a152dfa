kept = filter(lambda item: item, [1, 2])
