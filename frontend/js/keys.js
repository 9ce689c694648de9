// One letter does what its button does, for whoever reviews many pairs: [data-key] presses itself, [data-deed] sends its form.
// They can be switched off (WCAG 2.1.4): the box [data-keys], remembered on this device.
const box = document.querySelector("input[data-keys]");
if (box) {
  box.checked = localStorage.getItem("keys") !== "off";
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
}

document.addEventListener("keydown", (event) => {
  if (!box?.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea, dialog, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  if (!/^[a-z]$/.test(key)) return;
  const button = document.querySelector(`[data-key="${key}"]`);
  const form = document.querySelector(`form[data-deed="${key}"]`);
  if (!button && !form) return;
  event.preventDefault();
  if (button) button.click();
  else form.requestSubmit(form.querySelector("button"));
});
