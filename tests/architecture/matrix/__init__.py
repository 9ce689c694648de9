"""The authorisation matrix: what each role gets from each URL. Every URL name must be declared; one that is not, fails.

**How to declare the URLs of a room.** Write `tests/architecture/matrix/<room>.py` with one dictionary:

    from tests.architecture.matrix.declare import PUBLIC, SIGNED_IN, Page, by_deed, only

    PAGES = {
        "registry:list": Page(by_deed(Deed.REGISTRY_READ)),
        "registry:enterprise": Page(by_deed(Deed.REGISTRY_READ), kwargs=enterprise_kwargs, office_bound=True),
        "registry:merge": Page(by_deed(Deed.REGISTRY_MERGE), kwargs=pair_kwargs, office_bound=True, methods="POST"),
        "training:verify": Page(PUBLIC, kwargs=lambda world: {"number": "x"}, missing_is_fine=True),
    }

- The name is the one that `reverse()` takes, with its namespace.
- `allowed`: who comes in. `PUBLIC` (everyone), `SIGNED_IN` (all roles), `by_deed(Deed.X, …)` (whoever the table MAY
  allows one of them), `only("maker", …)`.
- `kwargs`: a function from the test's `World` to the URL's arguments; it makes what the URL shows, for
  `world.office_id`, with the room's own operations. `world.once("registry.enterprise", make)` makes it once;
  `world.actor("officer")` acts, `world.now` is the time, `world.people["maker"]` an id.
- `office_bound`: the thing belongs to an office: `other_officer` (same role, other office) must get 404 or 403.
- `methods`: "GET" (default: pages that only show), "POST" (only written to), "BOTH" (a form's page).
- `query`: the query string of the GET. `post`: a function from the world to form values; without it an empty form is
  sent, which an allowed caller may get back as 200, 302, 400, 409 or 422, never 403 or 5xx.
- `missing_is_fine`: an allowed caller may get 404 (the argument names nothing).

**What is tested for each URL and each caller.** GET: allowed → neither 403 nor 404 nor 5xx; a visitor who is not
allowed → sent to sign in; others → 403 or 404. POST: the same, and a POST without its CSRF token → 403 for everyone. A
URL that is only written to answers GET with 405 (or 403, 404, sign-in for those not allowed).
"""
