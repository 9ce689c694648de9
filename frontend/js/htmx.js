// htmx under a Content-Security-Policy without unsafe-eval and unsafe-inline.
import htmx from "htmx.org/dist/htmx.esm.js";

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.attributesToSettle = ["class", "width", "height"]; // not "style": the policy refuses it
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // pages hold personal data: none of it goes into local storage
htmx.config.refreshOnHistoryMiss = true;
htmx.config.scrollBehavior = "instant";
// A refused form (422) comes back with its errors: show it. Other errors are told by a toast.
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true },
  { code: "[45]..", swap: false, error: true },
];

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token;
});

// What changed is told to those who cannot see it: the target names its sentence in data-live.
document.addEventListener("htmx:afterSwap", (event) => {
  const spoken = event.detail.target.querySelector?.("[data-live]")?.textContent ?? event.detail.target.dataset?.live;
  const region = document.getElementById("live");
  if (region && spoken) region.textContent = spoken.trim();
});

const say = (name) => document.body.dataset[name];
const toast = (name) => document.dispatchEvent(new CustomEvent("binakriya:toast", { detail: { text: say(name) } }));
// A form that tells of a lost signal by itself (data-says-lost) needs no second word.
document.addEventListener("htmx:sendError", ({ target }) => target.closest?.("[data-says-lost]") || toast("textNoSignal"));
document.addEventListener("htmx:responseError", () => toast("textFailed"));
