from django import forms
from django.contrib.auth.password_validation import validate_password

from common.constants import EU_COUNTRIES
from customers.models import Address


class RegistrationForm(forms.Form):
    email = forms.EmailField()
    password = forms.CharField(min_length=8, widget=forms.PasswordInput)
    name = forms.CharField(max_length=120, required=False)
    marketing = forms.BooleanField(required=False)

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password)
        return password


class AddressForm(forms.ModelForm):
    class Meta:
        model = Address
        fields = ["kind", "name", "street", "postcode", "city", "country"]

    def clean_country(self):
        country = self.cleaned_data["country"].upper()
        if country not in EU_COUNTRIES and country not in ("GB", "CH", "NO"):
            raise forms.ValidationError("We do not deliver there.")
        return country

    def clean(self):
        data = super().clean()
        postcode = data.get("postcode", "").replace(" ", "").upper()
        if data.get("country") == "NL":
            if len(postcode) != 6 or not postcode[:4].isdigit() or not postcode[4:].isalpha():
                self.add_error("postcode", "A Dutch postcode looks like 1234 AB.")
            else:
                data["postcode"] = f"{postcode[:4]} {postcode[4:]}"
        return data
