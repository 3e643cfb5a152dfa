AUTH_USER_MODEL = "people.User"
INSTALLED_APPS = ["people", "orders"]
