// How many characters are left of a limit. Nothing is cut off; screen readers are told when the writer pauses.
(() => {
  const PAUSE = 1000; // milliseconds without a keystroke before the count is read out
  const number = (value) => value.toLocaleString("sv-SE");
  // Signs, as the server counts them: an emoji is not two. Where a platform counts visible ones, it is always one.
  const visible = window.Intl?.Segmenter && new Intl.Segmenter("sv");
  const length = (text, measure) => [...(measure === "graphemes" && visible ? visible.segment(text) : text)].length;

  const told = (left, limit) => (left < 0
    ? `${number(-left)} tecken för mycket`
    : `Du har ${number(left)} tecken kvar av ${number(limit)}`);

  const paragraph = (className, attribute, value) => {
    const element = document.createElement("p");
    element.className = className;
    element.setAttribute(attribute, value);
    return element;
  };

  const count = (control) => {
    const fixed = document.getElementById(`${control.id}_limit`);
    if (!fixed) return;
    const limit = Number(control.dataset.limit);
    const seen = paragraph("hint limit", "aria-hidden", "true");
    const heard = paragraph("vh", "role", "status");
    fixed.classList.add("vh"); // still the description of the control
    fixed.after(seen, heard);

    let waiting;
    const update = () => {
      const left = limit - length(control.value, control.dataset.measure);
      seen.textContent = told(left, limit);
      seen.classList.toggle("over", left < 0);
      return seen.textContent;
    };
    control.addEventListener("input", () => {
      const text = update();
      clearTimeout(waiting);
      waiting = setTimeout(() => { heard.textContent = text; }, PAUSE);
    });
    window.addEventListener("pageshow", update); // the browser may bring back what was typed
    update();
  };

  document.querySelectorAll("[data-limit]").forEach(count);
})();
