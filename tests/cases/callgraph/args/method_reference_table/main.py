class Robot:
    def walk(self):
        pass

    def talk(self):
        pass

moves = {"w": Robot.walk, "t": Robot.talk}

def do(robot, key):
    moves[key](robot)

do(Robot(), "w")
do(Robot(), "t")
