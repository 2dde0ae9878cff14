/** The manifest that clasp pushes beside the code; the build writes it as `appsscript.json`. */
export const MANIFEST = {
  timeZone: 'Asia/Yekaterinburg',
  dependencies: {},
  exceptionLogging: 'STACKDRIVER',
  runtimeVersion: 'V8',
  oauthScopes: [
    // ScriptApp.getIdentityToken() gives nothing without it: the functions must know who calls.
    'openid',
    // The identity token carries the caller's address only with it, and the address decides the role.
    'https://www.googleapis.com/auth/userinfo.email',
    // UrlFetchApp: the functions are called over HTTPS.
    'https://www.googleapis.com/auth/script.external_request',
    // The open workbook alone (its id, toasts, the selected row, going to a tab), never the user's other files.
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    // Ui.showSidebar: findings and history of the selected row, restoring. Alerts may come under it too (unproven).
    'https://www.googleapis.com/auth/script.container.ui',
    // ScriptApp.newTrigger, getProjectTriggers, deleteTrigger: «Автообновление…» and its switching off.
    'https://www.googleapis.com/auth/script.scriptapp',
  ],
} as const;
