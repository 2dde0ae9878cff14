/** A key with Ctrl (⌘ on a Mac), by its place on the keyboard: the letters on it depend on the language. */
export interface PageKey {
  readonly code: string;
  readonly run: () => void;
}

/** Keys that are the page's before they are the grid's or the browser's. */
export function listenToKeys(keys: readonly PageKey[]): void {
  const press = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const key = keys.find(({ code }) => code === event.code);
    // A question of the page waits for its answer first.
    if (!key || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    key.run();
  };
  window.addEventListener('keydown', press, true);
}
