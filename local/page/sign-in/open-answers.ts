import type { Response } from 'express';

/** Answers that stay open, as the stream of events does, and whose session they are. */
export interface OpenAnswers {
  add(session: string, response: Response): void;
  /** The session is over: nothing more is told to its windows. */
  end(session: string): void;
  close(): void;
}

/** How long a session that ended elsewhere, by the command line or by its age, is still told what changes. */
const LOOK_MS = 15_000;

export function watchOpenAnswers(isIn: (session: string) => Promise<boolean>): OpenAnswers {
  const open = new Map<string, Set<Response>>();
  const end = (session: string): void => {
    for (const response of open.get(session) ?? []) response.destroy();
    open.delete(session);
  };
  const look = async (): Promise<void> => {
    for (const session of open.keys()) if (!(await isIn(session))) end(session);
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  timer.unref();
  return {
    add(session, response) {
      const responses = open.get(session) ?? new Set();
      open.set(session, responses.add(response));
      response.on('close', () => {
        responses.delete(response);
        if (responses.size === 0 && open.get(session) === responses) open.delete(session);
      });
    },
    end,
    close: () => clearInterval(timer),
  };
}
