from first import start

start()
