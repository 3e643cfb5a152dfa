import json
from datetime import timedelta
from decimal import Decimal

from django.http import QueryDict
from django.test import TestCase
from django.utils import timezone

from catalogue import services
from catalogue.models import PriceHistory, Product
from catalogue.search import PAGE_SIZE, SearchRequest, search
from common.exceptions import InvalidState, NotAllowed
from customers.models import User
from inventory.models import StockItem
from tests.factories import (
    make_brand,
    make_campaign,
    make_cart,
    make_category,
    make_order,
    make_product,
    make_staff,
    make_user,
    make_variant,
)


class PriceTests(TestCase):
    def test_list_price(self):
        self.assertEqual(services.price_of(make_variant(price="20")).amount, Decimal("20"))

    def test_sale_price_is_lower(self):
        variant = make_variant(price="20", sale_price=Decimal("15"))
        self.assertEqual(services.price_of(variant).amount, Decimal("15"))

    def test_campaign_beats_a_higher_sale_price(self):
        variant = make_variant(price="20", sale_price=Decimal("19"))
        make_campaign(variant.product, 25)
        self.assertEqual(services.price_of(variant).amount, Decimal("15.00"))

    def test_campaign_that_is_over(self):
        variant = make_variant(price="20")
        make_campaign(variant.product, 25, days=(-3, -2))
        self.assertEqual(services.price_of(variant).amount, Decimal("20"))

    def test_wholesale_gets_its_own_discount_only(self):
        variant = make_variant(price="100", sale_price=Decimal("50"))
        user = make_user(segment=User.Segment.WHOLESALE, vat_number="NL001")
        self.assertEqual(services.price_of(variant, user).amount, Decimal("88.00"))

    def test_wholesale_without_vat_number_is_retail(self):
        variant = make_variant(price="100")
        user = make_user(segment=User.Segment.WHOLESALE)
        self.assertEqual(services.price_of(variant, user).amount, Decimal("100"))

    def test_cache_hides_a_change_behind_its_back(self):
        variant = make_variant(price="20")
        services.price_of(variant)
        type(variant).objects.filter(pk=variant.pk).update(list_price=5)
        variant.refresh_from_db()
        self.assertEqual(services.price_of(variant).amount, Decimal("20"))

    def test_change_price_forgets_the_cache_and_keeps_history(self):
        variant = make_variant(price="20")
        services.price_of(variant)
        services.change_price(variant, Decimal("30"), user=make_staff())
        self.assertEqual(services.price_of(variant).amount, Decimal("30.00"))
        self.assertEqual(PriceHistory.objects.get().price, Decimal("20.00"))

    def test_sale_price_above_list_price(self):
        with self.assertRaises(InvalidState):
            services.change_price(make_variant(), Decimal("10"), Decimal("12"))


class CardTests(TestCase):
    def test_card(self):
        parent = make_category("Lighting")
        product = make_product(category=make_category("Lamps", parent=parent), brand=make_brand())
        variant = make_variant(product, price="20", stock=3, label="blue")
        card = services.product_card(product)
        self.assertEqual(card["category"], ["Lighting", "Lamps"])
        self.assertEqual(card["brand"], "Lumen")
        self.assertEqual(card["variants"][0]["sku"], variant.sku)
        self.assertEqual(card["variants"][0]["available"], 3)

    def test_card_follows_the_stock(self):
        variant = make_variant(stock=10)
        services.product_card(variant.product)
        make_order(variant=variant, quantity=4)
        self.assertEqual(services.product_card(variant.product)["variants"][0]["available"], 6)


class UpkeepTests(TestCase):
    def test_publish_needs_a_variant(self):
        product = make_product(status=Product.Status.DRAFT)
        with self.assertRaises(InvalidState):
            services.publish_product(product)
        make_variant(product)
        services.publish_product(product)
        self.assertEqual(product.status, "active")

    def test_retire_empties_open_carts(self):
        variant = make_variant()
        cart = make_cart(make_user(), (variant, 1))
        make_campaign(variant.product, 10)
        self.assertEqual(services.retire_product(variant.product), 1)
        self.assertTrue(cart.is_empty())
        self.assertFalse(variant.product.campaign_entries.exists())

    def test_merge(self):
        keep, drop = make_product(), make_product()
        variant = make_variant(drop)
        fan = make_user()
        fan.favourites.add(drop)
        services.merge_products(keep, drop)
        variant.refresh_from_db()
        self.assertEqual(variant.product, keep)
        self.assertEqual(list(fan.favourites.all()), [keep])

    def test_merge_with_itself(self):
        product = make_product()
        with self.assertRaises(InvalidState):
            services.merge_products(product, product)

    def test_category_tree(self):
        root = make_category("Home")
        make_category("Garden", parent=root)
        tree = services.category_tree()
        self.assertEqual(tree[0]["children"][0]["name"], "Garden")

    def test_viewed_products_keep_their_order(self):
        session, first, second = {}, make_product(), make_product()
        services.remember_viewed(session, first)
        services.remember_viewed(session, second)
        services.remember_viewed(session, first)
        self.assertEqual(services.viewed_products(session), [first, second])


class ReviewTests(TestCase):
    def test_only_buyers(self):
        with self.assertRaises(NotAllowed):
            services.submit_review(make_user(), make_product(), 5)

    def test_rating_counts_approved_reviews(self):
        variant = make_variant()
        order = make_order(variant=variant)
        review = services.submit_review(order.user, variant.product, 4, "bright")
        self.assertIsNone(variant.product.rating)
        services.approve_review(review)
        variant.product.refresh_from_db()
        self.assertEqual(variant.product.rating, Decimal("4.00"))

    def test_second_review_replaces_the_first(self):
        variant = make_variant()
        user = make_order(variant=variant).user
        services.submit_review(user, variant.product, 4)
        services.submit_review(user, variant.product, 2)
        self.assertEqual(variant.product.reviews.get().stars, 2)

    def test_six_stars(self):
        variant = make_variant()
        user = make_order(variant=variant).user
        with self.assertRaises(InvalidState):
            services.submit_review(user, variant.product, 6)


class SearchTests(TestCase):
    def names(self, **request):
        return [product.name for product in search(SearchRequest(**request)).products]

    def test_words_look_at_name_brand_and_sku(self):
        make_variant(make_product("Moon lamp", brand=make_brand()), sku="MOON-1")
        make_variant(make_product("Desk"))
        self.assertEqual(self.names(words="moon"), ["Moon lamp"])
        self.assertEqual(self.names(words="lumen"), ["Moon lamp"])
        self.assertEqual(self.names(words="moon-1"), ["Moon lamp"])

    def test_category_includes_its_children(self):
        root = make_category("Living")
        make_product("Chair", category=make_category("Chairs", parent=root))
        make_product("Other", category=make_category("Others"))
        self.assertEqual(self.names(category="living"), ["Chair"])
        self.assertEqual(self.names(category="nowhere"), [])

    def test_price_range(self):
        make_variant(make_product("Cheap"), price="5")
        make_variant(make_product("Dear"), price="500")
        self.assertEqual(self.names(highest=Decimal("10")), ["Cheap"])
        self.assertEqual(self.names(lowest=Decimal("10")), ["Dear"])

    def test_in_stock(self):
        make_variant(make_product("Here"), stock=1)
        gone = make_variant(make_product("Gone"), stock=2)
        StockItem.objects.filter(variant=gone).update(reserved=2)
        self.assertEqual(self.names(in_stock=True), ["Here"])

    def test_popular_first(self):
        make_variant(make_product("A"))
        sold = make_variant(make_product("B"))
        make_order(variant=sold, quantity=3)
        self.assertEqual(self.names(order="popular"), ["B", "A"])
        self.assertEqual(sold.product.units_sold(), 3)

    def test_loved_first(self):
        make_product("A")
        make_user().favourites.add(make_product("B"))
        self.assertEqual(self.names(order="loved"), ["B", "A"])

    def test_drafts_are_hidden(self):
        make_product("Secret", status=Product.Status.DRAFT)
        self.assertEqual(self.names(), [])

    def test_pages(self):
        for _ in range(PAGE_SIZE + 1):
            make_product()
        result = search(SearchRequest(page=2))
        self.assertEqual((result.total, result.pages, len(result.products)), (PAGE_SIZE + 1, 2, 1))

    def test_bad_query_values(self):
        request = SearchRequest.from_query(QueryDict("min=abc&page=0&q= x "))
        self.assertEqual((request.lowest, request.page, request.words), (None, 1, "x"))


class ViewTests(TestCase):
    def test_search_answers_cards(self):
        variant = make_variant()
        body = self.client.get("/").json()
        self.assertEqual(body["products"][0]["variants"][0]["sku"], variant.sku)

    def test_product_page(self):
        variant = make_variant(make_product("Moon lamp"), sale_price=Decimal("12.50"))
        answer = self.client.get(variant.product.get_absolute_url())
        self.assertContains(answer, "Moon lamp")
        self.assertContains(answer, "€12.50")
        self.assertContains(answer, "In stock")
        self.assertEqual(self.client.session["recently_viewed"], [variant.product_id])

    def test_product_json(self):
        product = make_variant().product
        body = self.client.get(f"/p/{product.slug}/json/").json()
        self.assertEqual(body["slug"], product.slug)

    def test_categories(self):
        make_category("Home")
        self.assertEqual(len(self.client.get("/categories/").json()["categories"]), 1)

    def test_review_needs_login(self):
        product = make_product()
        self.assertEqual(self.client.post(f"/p/{product.slug}/review/").status_code, 302)

    def test_review_by_a_stranger(self):
        self.client.force_login(make_user())
        answer = self.client.post(
            f"/p/{make_product().slug}/review/", json.dumps({"stars": 5}), "application/json"
        )
        self.assertEqual(answer.status_code, 403)
        self.assertEqual(answer.json()["error"], "not_allowed")

    def test_review_by_a_buyer_and_approval(self):
        variant = make_variant()
        self.client.force_login(make_order(variant=variant).user)
        answer = self.client.post(
            f"/p/{variant.product.slug}/review/", json.dumps({"stars": 5}), "application/json"
        )
        self.assertEqual(answer.status_code, 201)
        self.client.force_login(make_staff())
        answer = self.client.post(f"/reviews/{answer.json()['id']}/approve/")
        self.assertTrue(answer.json()["approved"])

    def test_favourite_twice_is_none(self):
        product = make_product()
        self.client.force_login(make_user())
        url = f"/p/{product.slug}/favourite/"
        self.assertEqual(self.client.post(url).json(), {"favourites": 1})
        self.assertEqual(self.client.post(url).json(), {"favourites": 0})

    def test_set_price_is_for_staff(self):
        variant = make_variant()
        url = f"/sku/{variant.sku}/price/"
        self.assertEqual(self.client.post(url, {"price": "9"}).status_code, 403)
        self.client.force_login(make_staff())
        self.assertEqual(self.client.post(url, {"price": "9"}).json()["price"], "9.00")
        self.assertEqual(self.client.post(url, {"price": "x"}).status_code, 400)

    def test_watch(self):
        variant = make_variant(stock=0)
        self.client.force_login(make_user())
        self.assertEqual(self.client.post(f"/sku/{variant.sku}/watch/").status_code, 201)

    def test_merge(self):
        keep, drop = make_product(), make_product()
        self.client.force_login(make_staff())
        answer = self.client.post(f"/p/{keep.slug}/merge/", {"drop": drop.slug})
        self.assertEqual(answer.json(), {"kept": keep.slug})
        self.assertFalse(Product.objects.filter(pk=drop.pk).exists())

    def test_history_knows_who(self):
        variant, staff = make_variant(), make_staff()
        self.client.force_login(staff)
        self.client.post(f"/sku/{variant.sku}/price/", {"price": "9", "sale": "8"})
        entry = PriceHistory.objects.get()
        self.assertEqual(entry.changed_by, staff)
        self.assertLess(timezone.now() - entry.since, timedelta(minutes=1))
