class Vec:
    def __rmul__(self, k):
        return self

    def length(self):
        return 1

(3 * Vec()).length()
