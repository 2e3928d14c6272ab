#!/usr/bin/env python3
"""Drives the vendor's unmodified Python SDK against a sandbox, one printed line a check.

    twilio_sdk_check.py BASE_URL ACCOUNT_SID AUTH_TOKEN

The three values may instead come from SANDBOX_URL, SANDBOX_ACCOUNT_SID and SANDBOX_AUTH_TOKEN. The account must be the
sandbox's own: the check makes Services there and removes them. Ends with 1 if any check fails.
"""

import datetime
import os
import sys
import traceback

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

PREFIX = "sdk-check-"


class Checks:
    """Runs checks one after the other and counts those that fail."""

    def __init__(self):
        self.failures = 0

    def run(self, name, check):
        try:
            check()
        except Exception as error:  # a check may fail in any way, and the others still run
            self.failures += 1
            print(f"FAIL {name}: {type(error).__name__}: {error}", flush=True)
            traceback.print_exc()
        else:
            print(f"ok   {name}", flush=True)


def equal(actual, expected, what):
    if actual != expected:
        raise AssertionError(f"{what} is {actual!r}, not {expected!r}")


def refused(call, status, code, words=None):
    """Expects an error of the API with this status and code, and these words in its message."""
    try:
        call()
    except TwilioRestException as error:
        equal(error.status, status, "the status")
        equal(error.code, code, "the code")
        if words is not None and words not in error.msg:
            raise AssertionError(f"the message is {error.msg!r}, without {words!r}")
        return
    raise AssertionError(f"there was no error {code}")


def client(base_url, account_sid, auth_token):
    # An environment of its own, so that no region or edge of the caller's changes the host.
    made = Client(account_sid, auth_token, environment={"_": ""})
    made.proxy.base_url = base_url
    made.api.base_url = base_url
    return made


def main(base_url, account_sid, auth_token):
    checks = Checks()
    twilio = client(base_url, account_sid, auth_token)
    services = twilio.proxy.v1.services
    made = []

    def remove_leftovers():
        for service in services.list():
            if (service.unique_name or "").startswith(PREFIX):
                services(service.sid).delete()

    def create():
        service = services.create(
            unique_name=PREFIX + "Grüße & more + 100%",
            default_ttl=3600,
            callback_url="https://example.com/status?a=1&b=2",
            geo_match_level="area-code",
            number_selection_behavior="avoid-sticky",
            intercept_callback_url="https://example.com/intercept",
            out_of_session_callback_url="https://example.com/out",
            chat_instance_sid="IS" + "0123456789abcdef" * 2,
        )
        made.append(service.sid)
        equal(service.account_sid, account_sid, "account_sid")
        equal(service.unique_name, PREFIX + "Grüße & more + 100%", "unique_name")
        equal(service.default_ttl, 3600, "default_ttl")
        equal(service.callback_url, "https://example.com/status?a=1&b=2", "callback_url")
        equal(service.geo_match_level, "area-code", "geo_match_level")
        equal(service.number_selection_behavior, "avoid-sticky", "number_selection_behavior")
        equal(service.intercept_callback_url, "https://example.com/intercept", "intercept_callback_url")
        equal(service.out_of_session_callback_url, "https://example.com/out", "out_of_session_callback_url")
        equal(service.chat_instance_sid, "IS" + "0123456789abcdef" * 2, "chat_instance_sid")
        equal(service.url, f"{base_url}/v1/Services/{service.sid}", "url")
        equal(sorted(service.links), ["phone_numbers", "sessions"], "links")
        for instant in (service.date_created, service.date_updated):
            if not isinstance(instant, datetime.datetime) or instant.tzinfo is None:
                raise AssertionError(f"{instant!r} is not a time with a zone")

    def create_with_defaults():
        service = services.create(unique_name=PREFIX + "defaults")
        made.append(service.sid)
        equal(service.default_ttl, 0, "default_ttl")
        equal(service.geo_match_level, "country", "geo_match_level")
        equal(service.number_selection_behavior, "prefer-sticky", "number_selection_behavior")
        for name in ("callback_url", "intercept_callback_url", "out_of_session_callback_url", "chat_instance_sid"):
            equal(getattr(service, name), None, name)

    def list_across_pages():
        for index in range(7):
            made.append(services.create(unique_name=f"{PREFIX}{index}").sid)
        listed = [service.sid for service in services.stream(page_size=2)]
        equal(len(listed), len(set(listed)), "the number of different Services")
        missing = set(made) - set(listed)
        equal(missing, set(), "the set of Services that the list lacks")
        first = services.page(page_size=2)
        second = first.next_page()
        back = second.previous_page()
        equal([service.sid for service in back], listed[:2], "the first page, reached from the second")
        equal(len(services.list(limit=3, page_size=2)), 3, "the length of a limited list")

    def fetch():
        service = services(made[0]).fetch()
        equal(service.sid, made[0], "sid")
        equal(service.unique_name, PREFIX + "Grüße & more + 100%", "unique_name")

    def update():
        service = services(made[0]).update(unique_name=PREFIX + "renamed", default_ttl=10)
        equal(service.unique_name, PREFIX + "renamed", "unique_name")
        equal(service.default_ttl, 10, "default_ttl")
        equal(service.geo_match_level, "area-code", "a property that was not given")

    def clear_a_url():
        service = services(made[0]).update(callback_url="")
        equal(service.callback_url, None, "callback_url")
        equal(services(made[0]).fetch().callback_url, None, "callback_url when fetched")
        equal(service.intercept_callback_url, "https://example.com/intercept", "another URL")

    def duplicate_name():
        refused(lambda: services.create(unique_name=PREFIX + "renamed"), 400, 80602, "must be unique")
        refused(lambda: services(made[1]).update(unique_name=PREFIX + "renamed"), 400, 80602, "must be unique")

    def invalid_parameter():
        refused(lambda: services.create(unique_name="x" * 192), 400, 80701, "'UniqueName' is invalid")
        refused(lambda: services(made[0]).update(callback_url="not a url"), 400, 80701, "'CallbackUrl' is invalid")

    def delete():
        equal(services(made[0]).delete(), True, "the answer to delete")
        gone = made.pop(0)
        refused(lambda: services(gone).fetch(), 404, 20404, f"/Services/{gone} was not found")

    def unknown_service():
        unknown = "KS" + "0" * 32
        refused(lambda: services(unknown).fetch(), 404, 20404, f"/Services/{unknown} was not found")
        refused(lambda: services(unknown).update(default_ttl=1), 404, 20404)
        refused(lambda: services(unknown).delete(), 404, 20404)

    def wrong_credentials():
        stranger = client(base_url, account_sid, auth_token + "x")
        refused(lambda: stranger.proxy.v1.services(made[0]).fetch(), 401, 20003, "Authenticate")
        try:
            stranger.proxy.v1.services.list()
        except TwilioException as error:  # the SDK does not read the error of a list
            equal(error.args[1].status_code, 401, "the status of a list")
        else:
            raise AssertionError("a list was given to a stranger")
        nobody = client(base_url, "AC" + "9" * 32, auth_token)
        refused(lambda: nobody.proxy.v1.services.create(unique_name="x"), 401, 20003)

    def accounts():
        listed = twilio.api.v2010.accounts.list(status="active", page_size=1)
        if account_sid not in [account.sid for account in listed]:
            raise AssertionError("the list of accounts lacks the account itself")
        equal(twilio.api.v2010.accounts(account_sid).fetch().sid, account_sid, "sid")

    def clean_up():
        for sid in made:
            equal(services(sid).delete(), True, "the answer to delete")
        left = [service.sid for service in services.list() if service.sid in made]
        equal(left, [], "the list of Services that are left")

    remove_leftovers()
    checks.run("create with all eight parameters", create)
    checks.run("create with defaults", create_with_defaults)
    checks.run("list across pages", list_across_pages)
    checks.run("fetch", fetch)
    checks.run("update", update)
    checks.run("clear a URL", clear_a_url)
    checks.run("duplicate name", duplicate_name)
    checks.run("invalid parameter", invalid_parameter)
    checks.run("delete", delete)
    checks.run("404 for an unknown Service", unknown_service)
    checks.run("401 for wrong credentials", wrong_credentials)
    checks.run("list accounts", accounts)
    checks.run("clean up", clean_up)
    print(f"{checks.failures} of 13 checks failed" if checks.failures else "all 13 checks passed", flush=True)
    return 1 if checks.failures else 0


if __name__ == "__main__":
    values = sys.argv[1:] or [
        os.environ.get(name, "") for name in ("SANDBOX_URL", "SANDBOX_ACCOUNT_SID", "SANDBOX_AUTH_TOKEN")
    ]
    if len(values) != 3 or not all(values):
        sys.exit(__doc__)
    sys.exit(main(*values))
