class Rule:
    def allows(self, door):
        return True

class Door:
    def open(self):
        pass

rule = Rule()
for door in filter(rule.allows, [Door(), Door()]):
    door.open()
