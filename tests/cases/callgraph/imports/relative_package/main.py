import app

app.Motor().start()
