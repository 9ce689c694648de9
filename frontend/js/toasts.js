// A toast stays ten seconds, longer while it is read (pointer or focus on it). One with a deed in it can be closed, and waits twenty.
function watch(toast) {
  let left = toast.querySelector("form, a") ? 20000 : 10000;
  let last = performance.now();
  const tick = () => {
    if (!toast.isConnected) return;
    const now = performance.now();
    if (!toast.matches(":hover, :focus-within") && !document.hidden) left -= now - last;
    last = now;
    if (left <= 0) toast.remove();
    else setTimeout(tick, 500);
  };
  tick();
}

document.querySelectorAll(".toasts .toast").forEach(watch);

document.addEventListener("binakriya:toast", (event) => {
  const area = document.querySelector(".toasts");
  if (!area || !event.detail.text) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = event.detail.text;
  area.append(toast);
  watch(toast);
});
