/** What stands already, as the tools tell it; asked anew at every run, so a run may be cut off anywhere. */
export interface Found {
  /** Whom `gcloud` acts for. */
  readonly operator: string;
  readonly projectNumber: string;
  /** `000000-000000-000000`; undefined: the project has none. */
  readonly billingAccount: string | undefined;
  readonly apis: readonly string[];
  /** Addresses. */
  readonly accounts: readonly string[];
  readonly bindings: readonly Binding[];
  readonly database: { readonly location: string; readonly type: string } | undefined;
  readonly service: { readonly mark: string; readonly audiences: readonly string[] } | undefined;
  readonly queues: readonly string[];
  readonly jobs: readonly FoundJob[];
  /** Those of the queues and jobs that somebody has paused. */
  readonly stopped: readonly string[];
  readonly secrets: readonly string[];
  /** Resource name by display name. */
  readonly budgets: Readonly<Record<string, string>>;
  /** Our metric of the log, where it stands. */
  readonly metrics: readonly string[];
  /** Resource name of alert policies by display name. */
  readonly policies: Readonly<Record<string, string>>;
  /** Whom alerts are sent to: the resource name. */
  readonly channel: string | undefined;
  /** Repositories of images that `gcloud run deploy --source` made. */
  readonly hasImages: boolean;
  /** clasp knows somebody. */
  readonly hasClaspUser: boolean;
  /** The add-on's copy of this workbook. */
  readonly scriptId: string | undefined;
  /** The login in the service account's name. */
  readonly hasCredentials: boolean;
  /** What was last done, by the name of the step. */
  readonly marks: Readonly<Record<string, string>>;
}

/** `on`: the project's id, or the address of a service account. */
export interface Binding {
  readonly on: string;
  readonly member: string;
  readonly role: string;
}

export interface FoundJob {
  readonly name: string;
  /** The description, in which the mark of what was asked for stands. */
  readonly description: string;
}
