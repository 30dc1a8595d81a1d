// Loaded before the first paint, so it stands alone: the reader's choice of light or dark.
try {
  const choice = localStorage.getItem('theme');
  const root = document.documentElement;
  if (!root.dataset.theme && (choice === 'light' || choice === 'dark')) root.dataset.theme = choice;
} catch {
  // A browser that keeps nothing follows the system's theme.
}
