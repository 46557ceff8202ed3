/** Why LINE refused a call. `token`: the reply token is spent or too old; `quota`: the month's messages are used up. */
export type RejectionKind = "token" | "unauthorized" | "forbidden" | "rate" | "quota" | "invalid" | "not-found";

/** LINE said no: nothing was delivered. */
export class LineRejectedError extends Error {
  override name = "LineRejectedError";
  constructor(
    readonly kind: RejectionKind,
    readonly status: number,
    readonly requestId: string | null,
  ) {
    super(`line-${kind}-${status}`);
  }
}

/** LINE did not answer, or answered 5xx: whether it delivered is unknown. */
export class LineUnreachableError extends Error {
  override name = "LineUnreachableError";
  constructor(readonly reason: "timeout" | "network" | "server-error") {
    super(`line-${reason}`);
  }
}
