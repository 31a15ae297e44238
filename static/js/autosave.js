// Saves each written answer when one leaves its field, with the section's version. What failed is told and tried again.
"use strict";

const PATIENCE = 3000; // milliseconds
const NO_CONTACT = "Ingen kontakt med servern. Det du skriver sparas när du trycker på Spara.";
const SIGNED_OUT = "Du har loggats ut, så det du skriver sparas inte. Tryck på Spara och logga in. " +
  "Då kommer du tillbaka hit med allt du har skrivit, och kan spara det.";
const FAULT = "Det gick inte att spara just nu. Det du har skrivit står kvar här. Vänta en stund och tryck sedan på Spara.";
const TOO_LONG = "Ett svar är för långt för att sparas. Det står kvar här. Korta det, så sparas det.";
const TOO_OLD = "Det du skriver går inte att spara från den här sidan längre. Kopiera det och öppna sidan på nytt.";

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const version = form.querySelector("[name='version']");
  const token = form.querySelector("[name='csrfmiddlewaretoken']");
  const said = form.querySelector("[data-saved]");
  const alert = form.querySelector("[data-not-saved]");
  const unsaved = new Set();
  let queue = Promise.resolve();
  let others = false; // whether something is changed that is not saved until the whole part is
  let late = false;
  let saving = 0;
  let going = false;

  form.addEventListener("change", ({ target }) => {
    said.classList.add("unsaid"); // its room is kept: the button that is being pressed must not move
    others ||= !target.matches("[data-autosaves]");
    if (late || !target.matches("[data-autosaves]")) return;
    unsaved.add(target);
    saving += 1;
    queue = queue.then(saveAll).finally(() => { saving -= 1; });
  });

  // The field one leaves by pressing the button is saved first: the form must carry the version that comes of it.
  form.addEventListener("submit", (event) => {
    if (going || !saving) return;
    event.preventDefault();
    const patience = new Promise((done) => { setTimeout(done, PATIENCE); });
    Promise.race([queue, patience]).then(() => {
      if (going) return;
      going = true;
      form.requestSubmit(event.submitter);
    });
  });
  window.addEventListener("pageshow", () => { going = false; });

  async function saveAll() {
    if (late) return;
    const reasons = new Set();
    for (const field of [...unsaved]) {
      unsaved.delete(field); // changed while it is saved, it comes back
      const reason = await save(field).catch(() => NO_CONTACT);
      if (reason) unsaved.add(field);
      if (reason) reasons.add(reason);
      if (late) break;
    }
    say([...reasons].join(" "));
  }

  function say(why) {
    const now = new Date();
    const at = `${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`;
    said.classList.toggle("unsaid", why !== "");
    if (!why) said.textContent = `Sparat kl. ${at}${others ? ". Övriga svar sparas när du trycker på Spara." : ""}`;
    if (alert.textContent !== why) alert.textContent = why; // the same words are not read aloud again
  }

  // Why the answer is not saved; nothing when it is.
  async function save(field) {
    const sent = { csrfmiddlewaretoken: token.value, name: field.name, value: field.value, version: version.value };
    const body = new URLSearchParams(sent);
    const answer = await fetch(form.dataset.autosave, { method: "POST", body });
    if (answer.redirected || answer.status === 401) return SIGNED_OUT;
    const told = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : {};
    late = answer.status === 409;
    version.value = told.version ?? version.value;
    if (told.version || told.error) return told.error;
    if (answer.status === 400 || answer.status === 413) return TOO_LONG;
    return answer.status >= 500 || answer.ok ? FAULT : TOO_OLD;
  }
}
