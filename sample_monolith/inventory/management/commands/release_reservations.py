from django.core.management.base import BaseCommand

from inventory.services import release_expired


class Command(BaseCommand):
    help = "Release the stock that unpaid orders hold; for when the worker is down."

    def handle(self, *args, **options):
        count = release_expired()
        self.stdout.write(f"{count} orders released")
