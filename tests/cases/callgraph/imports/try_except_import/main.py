try:
    import not_installed_fast_json as json
except ImportError:
    import slow as json

json.dumps(1)
