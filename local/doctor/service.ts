import { bad, good, type Check } from './check.ts';

/** Clocks further apart would refuse tokens and spoil the quota's minutes. */
const MAX_SKEW_MS = 60_000;

export interface ServiceAsking {
  readonly fetch: (url: string, init: RequestInit) => Promise<Pick<Response, 'status' | 'headers'>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const TIMEOUT_MS = 30_000;

/** That the service answers, that it refuses whoever does not say who they are, and what time it has. */
export async function checkService(
  address: string,
  { fetch, now }: ServiceAsking,
): Promise<readonly Check[]> {
  const again = 'Журнал: https://console.cloud.google.com/run — и повторите npm run deploy.';
  try {
    const { status, headers } = await fetch(`${address}/sync`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answers =
      status === 401
        ? good('Служба отвечает', `${address}, неизвестным отказывает`)
        : bad('Служба отвечает', `${address} ответила неизвестному ${status}, а не 401.`, again);
    return [answers, clockCheck(headers.get('date'), now())];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [bad('Служба отвечает', `${address} не ответила (${reason}).`, again)];
  }
}

function clockCheck(told: string | null, now: number): Check {
  const skew = Math.abs(Date.parse(told ?? '') - now);
  if (Number.isNaN(skew)) return good('Часы', 'служба своих не назвала');
  if (skew <= MAX_SKEW_MS) return good('Часы', 'идут одинаково здесь и у Google');
  const seconds = Math.round(skew / 1000);
  return bad(
    'Часы',
    `здесь и у Google расходятся на ${seconds} с.`,
    'Включите на этой машине точное время по сети.',
  );
}
