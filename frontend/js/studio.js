// The studio beside its form: what is wrong is told at its field, a lost signal is said and mended, and there is a way back.
// Without script the button computes and the page itself tells all this.
const form = document.getElementById("ukur");
const result = document.getElementById("hasil");
const lost = document.getElementById("studio-lost");
const undo = document.getElementById("studio-undo");
const pattern = document.getElementById("studio-error");
const last = document.getElementById("studio-last");
const LAST = "studio:last"; // measures alone; no product, no maker
const MOST = 40; // so many steps back are kept, in this tab alone
const past = `studio:${form?.elements.product?.value ?? ""}`;

function tellAtFields() {
  const told = new Map([...result.querySelectorAll("[data-error-for]")].map((line) => [line.dataset.errorFor, line.querySelector("[data-error]").textContent]));
  for (const field of form.querySelectorAll(".field")) {
    const control = field.querySelector("input:not([type=hidden]), select");
    if (!control) continue;
    const ident = `${control.id}_error`;
    const text = told.get(control.id);
    const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== ident);
    field.querySelector(".error")?.remove();
    control.removeAttribute("aria-invalid");
    if (text) {
      const error = pattern.content.firstElementChild.cloneNode(true);
      error.id = ident;
      error.querySelector("span").textContent = text;
      field.append(error);
      control.setAttribute("aria-invalid", "true");
      described.push(ident);
      field.closest("details")?.setAttribute("open", "");
    }
    if (described.length) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
  }
}

// What is saved is what stands in the fields, also while the result is still on its way.
document.addEventListener("submit", (event) => {
  const save = event.target.closest?.("form[data-carries]");
  if (!save || !form) return;
  for (const [name, value] of new FormData(form)) {
    const kept = save.elements.namedItem(name);
    if (kept) kept.value = value;
    else if (value) save.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
});

const steps = () => JSON.parse(sessionStorage.getItem(past) ?? "[]");

function keep() {
  const kept = steps();
  if (kept.at(-1) !== location.search) kept.push(location.search);
  sessionStorage.setItem(past, JSON.stringify(kept.slice(-MOST)));
  undo.hidden = kept.length < 2;
  if (last && location.search) localStorage.setItem(LAST, location.search);
}

// On paper nothing stays folded away.
addEventListener("beforeprint", () => {
  for (const part of result?.querySelectorAll("details:not([open])") ?? []) {
    part.open = true;
    part.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("details[data-printed]")) {
    part.open = false;
    delete part.dataset.printed;
  }
});

if (form && result) {
  if (last && !location.search && localStorage.getItem(LAST)) {
    last.href = location.pathname + localStorage.getItem(LAST);
    last.parentElement.hidden = false;
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target !== result) return;
    lost.hidden = true;
    tellAtFields();
    keep();
  });
  document.addEventListener("htmx:sendError", () => (lost.hidden = false));
  addEventListener("online", () => {
    if (!lost.hidden) form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  undo.addEventListener("click", () => {
    const kept = steps();
    kept.pop();
    sessionStorage.setItem(past, JSON.stringify(kept));
    location.assign(location.pathname + (kept.at(-1) ?? "") + location.hash);
  });
  keep();
}
