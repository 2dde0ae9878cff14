/** The header `Content-Security-Policy` of a sidebar or dialog: its own script and style, files saved, and no request at all. */
export const PANEL_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; " +
  "form-action 'none'; base-uri 'none'; sandbox allow-scripts allow-forms allow-downloads";

/** Plain JavaScript, for it runs in the frame: calls go to the page as messages and answers come back so. */
const RUNNER = `<script>
(() => {
  const waiting = new Map();
  let count = 0;
  const post = (message) => window.parent.postMessage(message, '*');
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !data || data.type !== 'shnor:result') return;
    const { success, failure } = waiting.get(data.id) || {};
    waiting.delete(data.id);
    if ('failure' in data) return failure && failure(new Error(data.failure));
    return success && success(data.value);
  });
  const runner = (handlers) =>
    new Proxy({}, {
      get(_target, name) {
        if (name === 'withSuccessHandler') return (success) => runner({ ...handlers, success });
        if (name === 'withFailureHandler') return (failure) => runner({ ...handlers, failure });
        return (...args) => {
          const id = (count += 1);
          waiting.set(id, handlers);
          post({ type: 'shnor:run', id, functionName: String(name), args });
        };
      },
    });
  const host = { close: () => post({ type: 'shnor:close' }) };
  window.google = { script: { get run() { return runner({}); }, host } };
})();
</script>`;

/** The script's HTML with `google.script` in it, before any script of its own. */
export function withScriptRunner(html: string): string {
  const head = /<head[^>]*>/iu.exec(html);
  const place = head ? head.index + head[0].length : 0;
  return html.slice(0, place) + RUNNER + html.slice(place);
}
