// The channel description as it will be read while it is written, with the room that is left; and texts to begin from.
(() => {
  const preview = document.querySelector("[data-preview]");
  const control = preview && document.querySelector(preview.dataset.preview);
  if (!control) return;
  const shown = preview.querySelector("[data-preview-text]");
  const empty = "Texten är inte skriven än";
  const number = (value) => value.toLocaleString("sv-SE");

  // Visible signs where the platform counts so, as the server does; else signs one by one.
  const visible = window.Intl?.Segmenter && new Intl.Segmenter("sv");
  const length = (text, measure) => (measure === "graphemes" && visible
    ? [...visible.segment(text)].length
    : [...text].length);

  const update = () => {
    const text = control.value.trim();
    shown.textContent = text || empty;
    for (const place of preview.querySelectorAll("[data-preview-left]")) {
      const limit = Number(place.dataset.previewLeft);
      const left = limit - length(text, place.dataset.measure);
      place.textContent = left < 0
        ? `${number(-left)} tecken för mycket`
        : `${number(left)} tecken kvar av ${number(limit)}`;
    }
  };

  for (const link of document.querySelectorAll("[data-use]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.value = document.querySelector(link.dataset.use).textContent.trim();
      control.dispatchEvent(new Event("input", { bubbles: true }));
      for (const key of link.dataset.tells.split(" ").filter(Boolean)) {
        control.form.querySelector(`[name="point_${key}"][value="text"]`).checked = true;
      }
      control.focus();
    });
  }
  control.addEventListener("input", update);
  window.addEventListener("pageshow", update); // the browser may bring back what was typed
})();
