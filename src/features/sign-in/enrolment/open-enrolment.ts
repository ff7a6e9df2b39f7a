/** An enrolment that may be used: the latest of its account, not used, not past its date. */
export interface OpenEnrolment {
  readonly id: string;
  readonly account: string;
  readonly person: string;
  readonly personName: string;
  readonly name: string;
  /** The password chosen and the phone's secret, once there are any. */
  readonly password: string | null;
  readonly totpSecret: string | null;
}
