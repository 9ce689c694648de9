// A form that writes is sent once. The server guards too; this only spares the second click. The busy button keeps its width.
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.matches("[data-again]")) return;
  if (sent.has(form) || event.submitter?.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  sent.add(form);
  const button = event.submitter;
  if (button?.matches(".btn")) {
    button.style.inlineSize = `${button.offsetWidth}px`;
    // After the event, or the button's own name and value would not be sent.
    setTimeout(() => {
      button.setAttribute("aria-busy", "true");
      button.setAttribute("aria-disabled", "true");
    });
  }
  // A download leaves the page standing: only the button that was pressed rests, so that no double click asks twice.
  if (form.matches("[data-download]")) {
    sent.delete(form);
    setTimeout(() => reopen(form), 2500);
  }
});

function reopen(form) {
  sent.delete(form);
  for (const button of form.querySelectorAll("[aria-busy]")) {
    button.removeAttribute("aria-busy");
    button.removeAttribute("aria-disabled");
    button.style.inlineSize = "";
  }
}

// The back button shows the page as it was left: its forms must work again.
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form").forEach(reopen);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) reopen(form);
});

// Filters answer at once; without script their button does.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form) form.requestSubmit();
});

// "Semua" at the head of a list of boxes.
document.addEventListener("change", (event) => {
  const all = event.target.closest("input[data-all]");
  if (!all) return;
  for (const box of all.form.elements) if (box.type === "checkbox" && box.name === all.dataset.all) box.checked = all.checked;
});

// How many are ticked, said beside what is done with them.
document.addEventListener("change", (event) => {
  const said = event.target.form?.querySelector("[data-ticked]");
  if (!said) return;
  const ticked = [...event.target.form.elements].filter((box) => box.name === said.dataset.ticked && box.checked).length;
  said.textContent = ticked ? said.dataset.text.replace("{n}", ticked) : "";
});

// Errors of a form come into focus, so that a screen reader reads them first.
document.querySelector(".errors[tabindex]")?.focus({ preventScroll: false });

// The server says what is missing, in the page's language and at the field; the browser's own words come in its own.
document.addEventListener("click", (event) => {
  const form = event.target.closest("button")?.form;
  if (form) form.noValidate = true;
}, true);
