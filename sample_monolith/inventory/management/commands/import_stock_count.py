import csv

from django.core.management.base import BaseCommand, CommandError

from inventory.models import StockItem
from inventory.services import count_stock


class Command(BaseCommand):
    help = "Read a stock count: a CSV file with the columns warehouse, sku, counted."

    def add_arguments(self, parser):
        parser.add_argument("path")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, path, dry_run=False, **options):
        changed = 0
        try:
            file = open(path, newline="", encoding="utf-8")
        except OSError as error:
            raise CommandError(str(error)) from error
        with file:
            for row in csv.DictReader(file):
                item = StockItem.objects.filter(
                    warehouse__code=row["warehouse"], variant__sku=row["sku"]
                ).first()
                if item is None:
                    self.stderr.write(f"no shelf for {row['sku']} in {row['warehouse']}")
                    continue
                counted = int(row["counted"])
                if dry_run:
                    changed += counted != item.on_hand
                elif count_stock(item, counted, note=path):
                    changed += 1
        self.stdout.write(f"{changed} shelves changed")
