// Buttons that copy a text: data-copy="#id_of_the_text". Hidden until this script can do what they say.
(() => {
  if (!navigator.clipboard) return;

  document.querySelectorAll("button[data-copy]").forEach((button) => {
    const source = document.querySelector(button.dataset.copy);
    if (!source) return;
    const result = document.createElement("span");
    result.className = "quiet";
    result.setAttribute("role", "status");
    button.after(result);
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
        result.textContent = "Kopierat";
      } catch {
        result.textContent = "Det gick inte att kopiera. Markera texten och kopiera den själv.";
      }
    });
  });
})();
