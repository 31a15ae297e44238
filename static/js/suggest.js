// Suggests colleagues while a name is typed, in a list of the browser's own. Without it the name is read on save.
"use strict";

for (const input of document.querySelectorAll("[data-suggest='person']")) {
  const list = document.createElement("datalist");
  list.id = `${input.id}_list`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting = 0;
  let asked = "";

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  });

  async function ask() {
    const typed = input.value.trim();
    if (typed.length < 2 || typed === asked) return;
    asked = typed;
    const answer = await fetch(`/forslag/personer/?q=${encodeURIComponent(typed)}`);
    if (!answer.ok || input.value.trim() !== typed) return;
    const { suggestions } = await answer.json();
    list.replaceChildren(...suggestions.map((name) => Object.assign(document.createElement("option"), { value: name })));
  }
}
