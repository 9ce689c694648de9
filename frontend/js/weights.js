// The sum of the weights while they are typed; without script the server tells it after saving.
for (const form of document.querySelectorAll("form[data-weights]")) {
  const sum = form.querySelector("[data-weight-sum]");
  const rest = form.querySelector("[data-weight-rest]");
  const add = () => {
    const total = [...form.querySelectorAll("input[data-weight]")].reduce((all, field) => all + (Number.parseInt(field.value, 10) || 0), 0);
    sum.textContent = total;
    rest.textContent = total === 100 ? "" : (total < 100 ? rest.dataset.less : rest.dataset.more).replace("%s", Math.abs(100 - total));
  };
  form.addEventListener("input", add);
  add();
}
