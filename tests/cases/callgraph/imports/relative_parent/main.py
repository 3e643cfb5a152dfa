from pack.low.deep import run

run()
