import pino from 'pino'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { requestContext } from './request-context.server'

/** Structured log of the process. Give it ids, never names, addresses or numbers of people. */
export const log = kept('log', () =>
  pino({
    level: env().NODE_ENV === 'test' ? 'silent' : env().LOG_LEVEL,
    base: { role: env().ROLE },
    redact: { paths: ['*.password', '*.token', '*.email', '*.nip', '*.cookie', '*.authorization'], remove: true },
    mixin: () => {
      const context = requestContext()
      return context ? { requestId: context.requestId } : {}
    },
  }),
)
