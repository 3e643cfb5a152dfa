class Player:
    def __init__(self, n):
        self.n = n

    def win(self):
        pass

def score(player):
    return player.n

winner = max([Player(1), Player(2)], key=score)
winner.win()
