import typing
import weakref

T = typing.TypeVar("T", bound="Node")


class Node:
    parent: "typing.Optional[weakref.ReferenceType[Node]]"

    @classmethod
    def make(cls: typing.Type[T], kind: typing.Type["Node"]) -> T:
        cls.prepare()
        return kind.prepare()

    @classmethod
    def prepare(cls):
        return cls()

    def up(self):
        return self.parent().up()


Node.make(Node)
Node().up()
