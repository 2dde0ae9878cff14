import type { Account } from './stored.ts';

export interface Invited {
  /** What the link carries: whoever holds it sets the password. */
  readonly token: string;
  readonly expiresAt: string;
}

/** Somebody who is in, and the secret that their browser keeps. */
export interface Admitted {
  readonly email: string;
  readonly session: string;
}

/** Who may open the page of a folder, apart from what they may do there: that is said by the workbook's members. */
export interface Accounts {
  /** Whether anybody was ever invited: from then on the page opens to nobody unknown. */
  exist(): boolean;
  /** Earlier invitations of the address end. `endsPassword`: so do its password and its sessions, at once. */
  invite(wish: {
    readonly email: string;
    readonly days: number;
    readonly endsPassword?: boolean;
  }): Promise<Invited>;
  /** Whom the invitation is for. Throws `InvitationRefusedError`. */
  look(token: string): Promise<{ readonly email: string; readonly expiresAt: string }>;
  /** Once: sets the password, ends all sessions of the account and begins one. Throws also `PasswordUnfitError`. */
  accept(token: string, password: string): Promise<Admitted>;
  /** Always a new session. Throws `SignInRefusedError`, `TooManyAttemptsError`, `SignInBusyError`. */
  signIn(who: {
    readonly email: string;
    readonly password: string;
    readonly address: string;
  }): Promise<Admitted>;
  /** Whose session it is; undefined for one that is unknown, ended or too old. */
  find(session: string): Promise<string | undefined>;
  signOut(session: string): Promise<void>;
  list(): Promise<readonly Account[]>;
  /** The account goes, with its sessions. Throws `AccountUnknownError`. */
  remove(email: string): Promise<void>;
  close(): Promise<void>;
}
