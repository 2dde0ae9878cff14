/** What a person may answer to a question of the script, as `Ui.Button` of Apps Script names it. */
export type AlertButton = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

/** What may be offered together: `Ui.ButtonSet`. */
export type AlertButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
