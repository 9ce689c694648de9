// The drop area names the chosen files and their size. The input itself lies over the area, so dropping works without script too.
const size = (bytes, lang) => {
  const [value, unit] = bytes >= 1048576 ? [bytes / 1048576, "MB"] : [Math.max(1, bytes / 1024), "kB"];
  return `${value.toLocaleString(lang, { maximumFractionDigits: unit === "MB" ? 1 : 0 })}\u00a0${unit}`;
};

document.addEventListener("change", (event) => {
  const input = event.target.closest(".drop input[type=file]");
  if (!input) return;
  const area = input.closest(".drop");
  const shown = area.querySelector(".files");
  shown.replaceChildren(
    ...[...input.files].map((file) => {
      const line = document.createElement("span");
      line.textContent = `${file.name}, ${size(file.size, document.documentElement.lang)} `;
      return line;
    }),
  );
  shown.hidden = input.files.length === 0;
  // Too many are told before they are sent: what was chosen stays chosen.
  const most = Number(input.dataset.most);
  input.setCustomValidity(most && input.files.length > most ? input.dataset.mostText : "");
});

for (const [event, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(event, (e) => {
    const area = e.target.closest?.(".drop");
    if (area) area.toggleAttribute("data-over", over);
  });
}
