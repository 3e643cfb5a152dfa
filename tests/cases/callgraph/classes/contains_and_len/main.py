class Bag:
    def __contains__(self, x):
        return True

    def __len__(self):
        return 1

    def __getitem__(self, k):
        return self

    def __delitem__(self, k):
        pass

bag = Bag()
1 not in bag
len(bag)
bag[1:2].__len__()
del bag[0]
