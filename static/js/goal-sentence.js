// The goal as it will be read, while it is written. The same sentence as GoalFacts.sentence in register/models/goal.py.
(() => {
  const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december"];
  const MISSING = "…";
  const PAUSE = 600; // milliseconds without a keystroke before the sentence changes

  const place = document.querySelector("[data-goal-sentence]");
  const form = place?.closest("form");
  if (!form) return;

  const answer = (name) => {
    const controls = [...form.querySelectorAll(`[name="${name}"]`)];
    const chosen = controls.find((control) => !["radio", "checkbox"].includes(control.type) || control.checked);
    return chosen ? chosen.value.trim().replace(/\s+/g, " ") : "";
  };

  const label = (name) => {
    const chosen = form.querySelector(`[name="${name}"]:checked`);
    if (chosen) return chosen.labels[0].textContent.trim();
    const list = form.querySelector(`select[name="${name}"]`);
    return list?.value ? list.selectedOptions[0].text.trim() : "";
  };

  const number = (name) => {
    const text = answer(name).replace(/\s/g, "").replace("−", "-").replace(",", ".");
    return /^[+-]?\d{1,12}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
  };

  const written = (value) => (value === null
    ? MISSING
    : value.toLocaleString("sv-SE", { maximumFractionDigits: 4 }));

  const date = (name) => {
    const text = answer(name).toLowerCase().replace(/\.$/, "");
    let year; let month; let day; let word;
    const iso = text.match(/^(\d{4})-?(\d{2})-?(\d{2})$/);
    const slashed = text.match(/^(\d{1,2})[/.](\d{1,2})[ /.](\d{4})$/);
    const spoken = text.match(/^(?:den )?(\d{1,2}):?[ea]? ([a-z]{3,9})\.? (\d{4})$/);
    if (iso) [, year, month, day] = iso;
    else if (slashed) [, day, month, year] = slashed;
    else if (spoken) {
      [, day, word, year] = spoken;
      month = MONTHS.findIndex((name_) => name_.startsWith(word)) + 1;
    }
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= new Date(year, month, 0).getDate();
    return exists ? `${Number(day)} ${MONTHS[month - 1]} ${Number(year)}` : MISSING;
  };

  const target = () => {
    const units = { percent: "procent", minutes: "minuter", kronor: "kronor", other: answer("other_measure") };
    const unit = units[answer("measure")];
    return written(number("target")) + (unit ? ` ${unit}` : "");
  };

  const change = () => {
    if (answer("baseline_unknown")) return `nå ${target()}`;
    const [from, to] = [number("baseline"), number("target")];
    const verb = from !== null && to !== null && to <= from ? "minska" : "öka";
    return `${verb} från ${written(from)} till ${target()}`;
  };

  const sentence = () => {
    const what = answer("indicator") || MISSING;
    const when = `senast ${date("target_date")}`;
    const often = `${label("interval").toLowerCase() || MISSING} av ${answer("follower") || MISSING}`;
    if (answer("kind") !== "assessed") return `${what} ska ${change()} ${when}. Mäts ${often}.`;
    return `${what}: ${answer("assessment") || MISSING} Nås ${when}. Bedöms ${often}.`;
  };

  let waiting;
  const untouched = place.textContent;
  const begun = () => answer("indicator") || answer("target") || answer("assessment");
  const update = () => { place.textContent = begun() ? sentence() : untouched; };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, PAUSE);
  });
  window.addEventListener("pageshow", update); // also at the first showing
})();
