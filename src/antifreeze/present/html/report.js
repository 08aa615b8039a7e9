"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const items = [...document.querySelectorAll(".finding")].map((element) => ({
    element,
    shown: true,
    words: ["summary", "nav", "p"].map((part) => element.querySelector(part).textContent).join(" ").toLowerCase(),
  }));
  const inputs = ["search", "code", "module", "severity"].map(find);
  const [search, code, module, severity] = inputs;

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of items) {
      const data = item.element.dataset;
      const inside = module.value.endsWith("/") ? data.path.startsWith(module.value) : data.path === module.value;
      const shown = (!code.value || data.code === code.value) && (!severity.value || data.severity === severity.value)
        && (!module.value || inside) && words.every((word) => item.words.includes(word));
      if (shown !== item.shown) {
        item.shown = shown;
        item.element.hidden = !shown;
      }
      count += shown;
    }
    find("count").value = `${count} of ${items.length} shown`;
  }

  function move(step) {
    const shown = items.filter((item) => item.shown).map((item) => item.element.firstElementChild);
    const place = shown.indexOf(document.activeElement.closest("summary"));
    const next = shown[place < 0 ? (step > 0 ? 0 : shown.length - 1) : place + step];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target === search) {
      search.value = "";
      filter();
      search.blur();
    } else if (!typing && event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (!typing && (event.key === "j" || event.key === "k")) {
      move(event.key === "j" ? 1 : -1);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-find]");
    if (link) {
      search.value = link.dataset.find;
      filter();
    }
  });
  find("open").addEventListener("click", () => {
    const open = items.some((item) => item.shown && !item.element.open);
    for (const item of items) if (item.shown) item.element.open = open;
    find("open").textContent = open ? "Close all" : "Open all";
  });
  find("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  for (const input of inputs) input.addEventListener("input", filter);
  find("controls").addEventListener("submit", (event) => event.preventDefault());
  find("controls").hidden = false;
  filter();
})();
