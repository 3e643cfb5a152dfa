// Light or dark: as the system says, until somebody chooses; the choice is kept where the browser allows it.

const KEY = "monolith-analyzer-theme";

export function startTheme(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    button.textContent = theme === "dark" ? "Light" : "Dark";
    document.dispatchEvent(new Event("themechange"));
  };
  const now = () => stored() ?? (system.matches ? "dark" : "light");
  system.addEventListener("change", () => apply(now()));
  button.addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    store(next);
    apply(next);
  });
  apply(now());
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a page opened from disk may not have storage
  }
}

function store(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // the choice then lasts as long as the page
  }
}
