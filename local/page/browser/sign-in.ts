import { findElement } from './view/elements.ts';

/** The pages by which people come in: they ask and show, the server decides. */
const kind = document.body.dataset['kind'];
const [form] = document.forms;

interface Answer {
  readonly email?: string;
  readonly expiresAt?: string;
}

async function ask(path: string, body: object): Promise<Answer> {
  const response = await fetch(`/account/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (!response) throw new Error('Нет связи с программой. Проверьте сеть и повторите.');
  const answer = (await response.json().catch(() => ({}))) as Answer & { error?: { message?: string } };
  if (!response.ok) throw new Error(answer.error?.message ?? 'Не получилось. Повторите.');
  return answer;
}

function showProblem(error: unknown): void {
  findElement('problem').textContent = error instanceof Error ? error.message : String(error);
}

const valueOf = (name: string): string => (findElement(name) as HTMLInputElement).value;

/** A page of ours, wherever the address says to go. */
function whereTo(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/u.test(next) ? next : '/';
}

/** Where another site led here the browser has kept its cookie back: asked from this page it sends it. */
async function goOnIfIn(): Promise<void> {
  const response = await fetch('/account/me').catch(() => undefined);
  if (response?.ok) location.replace(whereTo());
}

/** Behind the number sign, which no server and no log ever sees. */
const token = location.hash.slice(1);

async function showWhom(): Promise<void> {
  const { email = '', expiresAt = '' } = await ask('look', { token });
  const until = new Date(expiresAt).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' });
  findElement('whom').textContent = `Для ${email}. Действует до ${until}, один раз.`;
  (findElement('email') as HTMLInputElement).value = email;
  if (form) form.hidden = false;
}

async function submit(): Promise<void> {
  if (kind === 'no-access' || kind === 'sign-out') {
    await ask('sign-out', {});
    return location.replace('/account/sign-in');
  }
  if (kind === 'sign-in') {
    await ask('sign-in', { email: valueOf('email').trim(), password: valueOf('password') });
    return location.replace(whereTo());
  }
  if (valueOf('password') !== valueOf('again')) throw new Error('Пароли не совпали. Наберите их ещё раз.');
  await ask('accept', { token, password: valueOf('password') });
  location.replace('/');
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  findElement('problem').textContent = '';
  submit()
    .catch(showProblem)
    .finally(() => {
      if (button) button.disabled = false;
    });
});
if (kind === 'sign-in') void goOnIfIn();
if (kind === 'invitation') showWhom().catch(showProblem);
