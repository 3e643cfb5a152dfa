import atexit
import threading
from concurrent.futures import ThreadPoolExecutor


class Job:
    def run_all(self):
        return 1

    def stop_all(self):
        return 2


def work(job, count):
    job.run_all()


def later(job, extra=None):
    job.stop_all()
    extra.run_all()


def start(pool):
    thread = threading.Thread(target=work, args=(Job(), 1))
    thread.start()
    with ThreadPoolExecutor() as pool:
        pool.submit(later, Job(), extra=Job())
    atexit.register(later, Job())


start(None)
