// Small deeds that only a script can do; their buttons are hidden until it runs (data-js).
const show = () => { for (const el of document.querySelectorAll("[data-js]")) el.hidden = false; };
show();
document.addEventListener("htmx:afterSettle", show);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-print], [data-copy], [data-back]");
  if (!button) return;
  if (button.matches("[data-print]")) print();
  else if (button.matches("[data-back]")) history.back();
  else {
    await navigator.clipboard.writeText(button.dataset.copy);
    document.dispatchEvent(new CustomEvent("binakriya:toast", { detail: { text: document.body.dataset.textCopied } }));
  }
});
