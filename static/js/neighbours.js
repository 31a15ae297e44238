// What a name and an address meet in the register, told when the writer pauses or leaves the field.
(() => {
  const PAUSE = 800; // milliseconds without a keystroke

  const form = document.querySelector("form[data-check]");
  if (!form) return;
  const fields = { name: form.querySelector("#id_name"), address: form.querySelector("#id_address") };
  const asked = () => new URLSearchParams({ namn: fields.name.value, adress: fields.address.value }).toString();

  const line = ({ text, href, bad }) => {
    const paragraph = document.createElement("p");
    paragraph.className = bad ? "err" : "hint";
    paragraph.textContent = text;
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = "Visa kanalen";
      paragraph.append(" ", link);
    }
    return paragraph;
  };

  let latest = asked();
  let waiting;
  const ask = async () => {
    clearTimeout(waiting);
    const query = asked();
    if (query === latest) return;
    latest = query;
    let told;
    try {
      const answer = await fetch(`${form.dataset.check}?${query}`, { headers: { Accept: "application/json" } });
      told = answer.ok ? await answer.json() : null;
    } catch {
      told = null; // no contact: the same is told when one saves
    }
    if (!told || query !== latest) return;
    for (const place of form.querySelectorAll("[data-remarks]")) {
      place.replaceChildren(...told[place.dataset.remarks].map(line));
    }
  };

  for (const field of Object.values(fields)) {
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    });
    field.addEventListener("change", ask);
  }
})();
