from .core.engine import Engine as Motor
