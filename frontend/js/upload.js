// The drop area names the chosen files and their size. The input itself lies over the area, so dropping works without script too.
const size = (bytes, lang) => {
  const [value, unit] = bytes >= 1048576 ? [bytes / 1048576, "MB"] : [Math.max(1, bytes / 1024), "kB"];
  return `${value.toLocaleString(lang, { maximumFractionDigits: unit === "MB" ? 1 : 0 })}\u00a0${unit}`;
};

function show(input) {
  const shown = input.closest(".field").querySelector(".files");
  const remove = input.dataset.removeText;
  shown.replaceChildren(
    ...[...input.files].map((file, n) => {
      const line = document.createElement("span");
      line.textContent = `${file.name}, ${size(file.size, document.documentElement.lang)} `;
      if (remove) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn";
        button.dataset.kind = "quiet";
        button.dataset.file = n;
        button.textContent = remove;
        button.setAttribute("aria-label", `${remove}: ${file.name}`);
        line.append(button);
      }
      return line;
    }),
  );
  shown.hidden = input.files.length === 0;
  // Too many are told before they are sent: what was chosen stays chosen.
  const most = Number(input.dataset.most);
  input.setCustomValidity(most && input.files.length > most ? input.dataset.mostText : "");
}

document.addEventListener("change", (event) => {
  const input = event.target.closest(".drop input[type=file]");
  if (input) show(input);
});

// One of the chosen files is put back.
document.addEventListener("click", (event) => {
  const button = event.target.closest(".files button[data-file]");
  if (!button) return;
  event.preventDefault();
  const input = button.closest(".field").querySelector("input[type=file]");
  const kept = new DataTransfer();
  [...input.files].forEach((file, n) => n !== Number(button.dataset.file) && kept.items.add(file));
  input.files = kept.files;
  show(input);
  input.focus();
});

for (const [event, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(event, (e) => {
    const area = e.target.closest?.(".drop");
    if (area) area.toggleAttribute("data-over", over);
  });
}
