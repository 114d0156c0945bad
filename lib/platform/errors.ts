export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'RATE_LIMITED'

/** A message is a key of the `errors` texts; the delivery translates it. `params` fill its placeholders. */
export type ErrorDetails = {
  /** field name -> message key, e.g. `{ slug: 'slugTaken' }` */
  fields?: Record<string, string>
  params?: Record<string, string | number>
  /** plain data that the screen needs to help, e.g. the links that stop a publish */
  data?: unknown
  cause?: unknown
}

/** The one error that the domain throws on purpose; all else is a bug and is logged as one. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string>
  readonly params: Record<string, string | number>
  readonly data: unknown

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = details.fields ?? {}
    this.params = details.params ?? {}
    this.data = details.data
  }
}

export const notFound = (message = 'notFound'): AppError => new AppError('NOT_FOUND', message)
export const forbidden = (message = 'forbidden'): AppError => new AppError('FORBIDDEN', message)
export const invalid = (message: string, details?: ErrorDetails): AppError => new AppError('INVALID', message, details)
export const conflict = (message: string, details?: ErrorDetails): AppError => new AppError('CONFLICT', message, details)

/** True for what two bundles of this file both call AppError (Next's and the server's copies are different classes). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error
}
