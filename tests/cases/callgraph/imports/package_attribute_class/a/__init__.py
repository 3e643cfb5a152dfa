from a.b import Base
