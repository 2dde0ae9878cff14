import { html, type Html } from '../html.ts';

/** What a person sees who is not in: no script of it stands in the page, the policy forbids that. */
function renderDocument(title: string, kind: string, body: Html): string {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} — ШНОР</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page/sign-in.css" />
        <script type="module" src="/page/sign-in.js"></script>
      </head>
      <body data-kind="${kind}">
        <main>
          <p class="name">ШНОР</p>
          <h1>${title}</h1>
          ${body}
          <p id="problem" role="alert"></p>
        </main>
      </body>
    </html>`.text;
}

const SIGN_IN = html`<form>
  <label for="email">Адрес электронной почты</label>
  <input id="email" name="email" type="email" autocomplete="username" required autofocus />
  <label for="password">Пароль</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required />
  <button type="submit">Войти</button>
  <p class="hint">Забыли пароль? Попросите новое приглашение у того, кто сопровождает программу.</p>
</form>`;

const INVITATION = html`<form hidden>
  <p id="whom"></p>
  <input id="email" name="email" type="email" autocomplete="username" readonly hidden />
  <label for="password">Придумайте пароль</label>
  <input id="password" name="password" type="password" autocomplete="new-password" required autofocus />
  <p class="hint">Не короче десяти знаков. Хорошо запоминаются четыре-пять не связанных слов.</p>
  <label for="again">Ещё раз</label>
  <input id="again" name="again" type="password" autocomplete="new-password" required />
  <button type="submit">Сохранить и войти</button>
</form>`;

export function renderSignIn(): string {
  return renderDocument('Вход', 'sign-in', SIGN_IN);
}

export function renderInvitation(): string {
  return renderDocument('Приглашение', 'invitation', INVITATION);
}

export function renderNoAccess(email: string): string {
  const body = html`<form>
    <p>
      Вы вошли как ${email}, но среди участников этой книги вас нет. Доступ открывают методист и начальник в
      меню «ШНОР» → «Доступ…».
    </p>
    <button type="submit">Выйти</button>
  </form>`;
  return renderDocument('Нет доступа к книге', 'no-access', body);
}

/** Where no script of the page could ask: on the phone. */
export function renderSignOut(email: string): string {
  const body = html`<form>
    <p>Вы вошли как ${email}.</p>
    <button type="submit">Выйти на этом устройстве</button>
    <p class="hint"><a href="/m">Назад к «Обзору»</a></p>
  </form>`;
  return renderDocument('Выход', 'sign-out', body);
}
