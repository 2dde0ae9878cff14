import { element, findElement } from './elements.ts';

export interface PanelHost {
  /** Runs a function of the script for the panel. */
  run(functionName: string, args: readonly unknown[]): Promise<{ result?: unknown; failure?: string }>;
}

export interface PanelText {
  readonly title: string;
  /** Where the panel's document is. */
  readonly address: string;
  readonly width: number;
  /** Given for a dialog; absent for the sidebar. */
  readonly height?: number;
}

let closeOpen: (() => void) | undefined;

/** Shows a document of the script beside the grid, or over it; it takes the place of the one before. */
export function showPanel(panel: PanelText, host: PanelHost): void {
  closeOpen?.();
  const frame = element('iframe', { src: panel.address, title: panel.title });
  frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-downloads');
  const stop = answerFrame(frame, host, () => closeOpen?.());
  const close =
    panel.height === undefined ? showSidebar(panel, frame) : showModal(panel, frame, panel.height);
  closeOpen = () => {
    stop();
    close();
    closeOpen = undefined;
  };
}

function titleBar(title: string): HTMLElement {
  const button = element('button', { type: 'button', title: 'Закрыть' }, '×');
  button.addEventListener('click', () => closeOpen?.());
  return element('div', { className: 'panel-title' }, element('h2', {}, title), button);
}

function showSidebar({ title, width }: PanelText, frame: HTMLIFrameElement): () => void {
  const sidebar = findElement('sidebar');
  const waiting = element('p', { className: 'loading' }, 'Открываю…');
  frame.addEventListener('load', () => waiting.remove());
  sidebar.replaceChildren(titleBar(title), waiting, frame);
  sidebar.style.width = `${width}px`;
  sidebar.hidden = false;
  // Messages stand beside it, not over its buttons.
  document.body.style.setProperty('--sidebar', `${width}px`);
  return () => {
    sidebar.hidden = true;
    document.body.style.removeProperty('--sidebar');
    sidebar.replaceChildren();
  };
}

function showModal({ title, width }: PanelText, frame: HTMLIFrameElement, height: number): () => void {
  const dialog = element('dialog', { className: 'dialog panel' }, titleBar(title), frame);
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  dialog.addEventListener('cancel', () => closeOpen?.());
  document.body.append(dialog);
  dialog.showModal();
  return () => dialog.remove();
}

interface FrameMessage {
  readonly type?: string;
  readonly id?: unknown;
  readonly functionName?: string;
  readonly args?: readonly unknown[];
}

/** Calls of `google.script.run` and `google.script.host.close` in the frame. */
function answerFrame(frame: HTMLIFrameElement, host: PanelHost, close: () => void): () => void {
  const answer = async (id: unknown, running: ReturnType<PanelHost['run']>): Promise<void> => {
    const { result, failure } = await running;
    const value = failure === undefined ? { value: result } : { failure };
    frame.contentWindow?.postMessage({ type: 'shnor:result', id, ...value }, '*');
  };
  const listen = ({ source, data }: MessageEvent): void => {
    if (source !== frame.contentWindow) return;
    const { type, id, functionName = '', args = [] } = (data ?? {}) as FrameMessage;
    if (type === 'shnor:close') close();
    if (type !== 'shnor:run') return;
    void answer(id, host.run(functionName, args));
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}
