// Light, dark or as the device: the choice lies in a cookie, so the server draws the right one at once. Without script the buttons post.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-theme-form]")) return;
  const choice = event.submitter?.value;
  if (choice === undefined) return;
  event.preventDefault();
  const root = document.documentElement;
  if (choice === "auto") delete root.dataset.theme;
  else root.dataset.theme = choice;
  document.cookie = `tema=${choice};path=/;max-age=31536000;samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;
  for (const button of document.querySelectorAll("[data-theme-form] button")) button.setAttribute("aria-pressed", String(button.value === choice));
});
