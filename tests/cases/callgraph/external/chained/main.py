import remote

remote.connect().cursor()
