/** The closed list of what can go wrong on purpose. Everything else is a defect and becomes a 500. */

export type FieldErrors = Record<string, string[]>

export class AppError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number, message?: string) {
    super(message ?? code)
    this.name = code
    this.code = code
    this.status = status
  }
}

/** It does not exist, or its existence is not for this viewer to know. */
export class NotFound extends AppError {
  constructor(what = 'thing') {
    super('NotFound', 404, `${what} not found`)
  }
}

/** The viewer may know of it but not do this. `reason` is a locale key under `errors.forbidden`. */
export class Forbidden extends AppError {
  readonly reason: string
  constructor(reason = 'generic') {
    super('Forbidden', 403, reason)
    this.reason = reason
  }
}

export class SignInNeeded extends AppError {
  constructor() {
    super('SignInNeeded', 401)
  }
}

/** What was typed cannot be used. Values are locale keys, by field; `form` is the key for the whole form. */
export class Invalid extends AppError {
  readonly fields: FieldErrors
  constructor(fields: FieldErrors | string) {
    super('Invalid', 422, JSON.stringify(fields))
    this.fields = typeof fields === 'string' ? { form: [fields] } : fields
  }
}

/** Somebody else was faster, or the state does not allow it any more. `reason` is a locale key under `errors.conflict`. */
export class Conflict extends AppError {
  readonly reason: string
  constructor(reason = 'generic') {
    super('Conflict', 409, reason)
    this.reason = reason
  }
}

export class TooMany extends AppError {
  /** seconds until it is worth trying again */
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('TooMany', 429)
    this.retryAfter = Math.max(1, Math.ceil(retryAfter))
  }
}

/** A part we need does not answer. What was sent is not lost unless the text says so. */
export class Unavailable extends AppError {
  readonly retryAfter: number
  constructor(what: string, retryAfter = 5) {
    super('Unavailable', 503, what)
    this.retryAfter = retryAfter
  }
}
