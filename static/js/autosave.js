// Saves each written answer when one leaves its field, with the version of the section. Success is shown, not announced.
"use strict";

const PATIENCE = 3000; // milliseconds

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const version = form.querySelector("[name='version']");
  const token = form.querySelector("[name='csrfmiddlewaretoken']");
  const said = form.querySelector("[data-saved]");
  const alert = form.querySelector("[data-not-saved]");
  let queue = Promise.resolve();
  let late = false;
  let saving = 0;
  let going = false;

  form.addEventListener("change", (event) => {
    const field = event.target;
    const written = field.matches("textarea, input[type='text']:not([data-suggest])") && !field.name.match(/^(staff|similar)_/);
    if (!written || late) return;
    saving += 1;
    queue = queue.then(() => save(field)).finally(() => { saving -= 1; });
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

  async function save(field) {
    if (late) return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", token.value);
    body.set("name", field.name);
    body.set("value", field.value);
    body.set("version", version.value);
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body });
      const told = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : {};
      if (answer.ok && told.version) {
        version.value = told.version;
        const now = new Date();
        said.textContent = `Sparat kl. ${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`;
        alert.textContent = "";
      } else if (answer.status === 409) {
        late = true;
        alert.textContent = told.error;
      }
    } catch {
      alert.textContent = "Ingen kontakt med servern. Det du skriver sparas när du trycker på Spara.";
    }
  }
}
