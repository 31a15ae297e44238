// Questions that depend on an earlier answer: data-shown-by="kind=measured", "x=a,b", "x=" (not ticked), "x=a;y=on".
(() => {
  const controls = [...document.querySelectorAll("[data-shown-by]")];
  if (!controls.length) return;

  // what is shown or hidden: the whole field of a control, or the element itself
  const blocks = new Map();
  for (const element of controls) {
    const isControl = element.matches("input, select, textarea");
    const block = isControl ? element.closest(".field") || element : element;
    if (!blocks.has(block)) blocks.set(block, element);
  }

  const answers = (name, scope) => [...scope.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    .filter((control) => !control.closest("[hidden]"))
    .filter((control) => !["radio", "checkbox"].includes(control.type) || control.checked)
    .map((control) => control.value);

  const holds = (condition, element) => {
    const [field, values] = condition.split("=");
    const own = element.name || "";
    const prefix = own.slice(0, own.lastIndexOf("-") + 1); // of a form among several on the page
    const given = answers(prefix + field.trim(), element.closest("form") || document);
    const wanted = values.split(",").map((value) => value.trim());
    return wanted.some((value) => (value === "" ? !given.some(Boolean) : given.includes(value)));
  };

  const update = () => {
    for (const [block, element] of blocks) {
      block.hidden = !element.dataset.shownBy.split(";").every((condition) => holds(condition, element));
    }
  };

  // set in under the question when it comes right after it, or after another that depends on the same question
  const nearest = (element) => element.dataset.shownBy.split(";").pop().split("=")[0].trim();
  for (const [block, element] of blocks) {
    const before = block.previousElementSibling;
    const sibling = blocks.get(before);
    const same = sibling && before.classList.contains("reveal") && nearest(sibling) === nearest(element);
    if (same || before?.querySelector(`[name$="${CSS.escape(nearest(element))}"]`)) block.classList.add("reveal");
  }

  document.addEventListener("change", update);
  window.addEventListener("pageshow", update); // the browser may bring back what was chosen
  update();
})();
