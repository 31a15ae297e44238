// The error summary takes focus when the page opens, and its links go to the control with its question in view.
(() => {
  const summary = document.querySelector(".errsum");
  if (!summary) return;

  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const control = link && document.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    const question = control.closest("fieldset")?.querySelector("legend")
      || document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
    (question || control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
})();
