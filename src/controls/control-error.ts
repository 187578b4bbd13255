// Why a control could not do what it was asked for.

/** A wish that cannot be granted, with the status to say so. */
export class ControlError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
