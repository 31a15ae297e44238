// Buttons that print the page. They are hidden until this script can do what they say.
(() => {
  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
})();
