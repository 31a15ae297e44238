// Choosing in one list leaves only the matching group of another: data-filters="#id_unit", groups named as the choices.
(() => {
  const filter = (chooser) => {
    const list = document.querySelector(chooser.dataset.filters);
    if (!list) return;
    const groups = [...list.querySelectorAll("optgroup")];

    const update = () => {
      const chosen = chooser.value ? chooser.selectedOptions[0].text.trim() : "";
      const kept = list.value;
      groups.forEach((group) => group.remove()); // hiding groups does not work in every browser
      list.append(...groups.filter((group) => !chosen || group.label === chosen));
      list.value = kept;
      if (list.selectedIndex < 0) list.selectedIndex = 0;
      if (list.value !== kept) list.dispatchEvent(new Event("change", { bubbles: true }));
    };

    chooser.addEventListener("change", update);
    window.addEventListener("pageshow", update);
    update();
  };

  document.querySelectorAll("[data-filters]").forEach(filter);
})();
